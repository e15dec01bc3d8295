import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncer } from '../../src/composables/use-announcer.ts'
import { inScope } from '../support/in-scope.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first news is said, those that follow wait, and of them the last one wins', () => {
  const { value: announcer } = inScope(createAnnouncer)
  announcer.announce('Lions lead')
  vi.advanceTimersByTime(1)
  expect(announcer.message.value).toBe('Lions lead')
  announcer.announce('Goats lead')
  announcer.announce('Owls lead')
  vi.advanceTimersByTime(14_000)
  expect(announcer.message.value).toBe('Lions lead')
  vi.advanceTimersByTime(1000)
  expect(announcer.message.value).toBe('Owls lead')
})

test('an answer to what somebody did waits for nothing', () => {
  const { value: announcer } = inScope(createAnnouncer)
  announcer.announce('Lions lead')
  vi.advanceTimersByTime(1)
  announcer.answer('Copied')
  expect(announcer.message.value).toBe('Copied')
})

test('nothing is said after the end', () => {
  const { value: announcer, end } = inScope(createAnnouncer)
  announcer.announce('Lions lead')
  end()
  vi.advanceTimersByTime(60_000)
  expect(announcer.message.value).toBe('')
})
