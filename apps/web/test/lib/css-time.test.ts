import { expect, test } from 'vitest'
import { millisecondsOf } from '../../src/lib/css-time.ts'

test.each([
  ['520ms', 520],
  [' .52s', 520],
  ['0s', 0],
])('%j is so many milliseconds: %i', (time, milliseconds) => {
  expect(millisecondsOf(time)).toBe(milliseconds)
})
