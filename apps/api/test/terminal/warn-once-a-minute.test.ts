import { expect, test } from 'vitest'
import { warnOnceAMinute } from '../../src/terminal/warn-once-a-minute.ts'

test('what fails again and again is a warning a minute, each kind for itself', () => {
  const lines: string[] = []
  let now = 1_000_000
  const warn = warnOnceAMinute(
    (line) => lines.push(line),
    () => now,
  )
  warn('keys', 'first')
  warn('keys', 'at once')
  now += 59_999
  warn('keys', 'too soon')
  warn('export', 'another kind')
  now += 1
  warn('keys', 'a minute later')
  expect(lines).toEqual(['first', 'another kind', 'a minute later'])
})
