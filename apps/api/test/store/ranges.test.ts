import { expect, it } from 'vitest'
import { splitIntoWeeks } from '../../src/store/read/ranges.ts'
import { dayText } from '../../src/store/day-number.ts'

it('weeks and the days around them are the range, each day once', () => {
  for (let first = 20_000; first < 20_008; first += 1)
    for (let length = 1; length < 40; length += 1) {
      const last = first + length - 1
      const { weeks, days } = splitIntoWeeks({ from: dayText(first), to: dayText(last) })
      const ofWeeks = Array.from(
        { length: weeks === null ? 0 : (weeks.last - weeks.first + 1) * 7 },
        (_, index) => (weeks?.first ?? 0) * 7 + index,
      )
      expect([...days, ...ofWeeks].toSorted((a, b) => a - b)).toEqual(
        Array.from({ length }, (_, index) => first + index),
      )
      expect(days.length).toBeLessThan(13)
    }
})
