import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { tellOfChanges } from '../../src/terminal/tell-of-changes.ts'

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

test('what goes and comes back is told at once, each time', () => {
  const lines: string[] = []
  const tell = tellOfChanges()
  for (let hour = 0; hour < 5; hour += 1) {
    for (const line of ['away', 'back']) tell(() => lines.push(line))
    vi.advanceTimersByTime(3_600_000)
  }
  expect(lines.join(' ')).toBe('away back away back away back away back away back')
})

test('what comes and goes all the time fills no log, and the last line is how it stays', () => {
  const lines: string[] = []
  const tell = tellOfChanges()
  for (let second = 0; second < 600; second += 1) {
    tell(() => lines.push(second % 2 === 0 ? 'away' : 'back'))
    vi.advanceTimersByTime(1000)
  }
  tell(() => lines.push('away at last'))
  vi.advanceTimersByTime(60_000)
  expect(lines.length).toBeLessThanOrEqual(8 + 11)
  expect(lines.at(-1)).toBe('away at last')
})
