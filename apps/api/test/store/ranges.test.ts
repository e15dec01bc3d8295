import { expect, it } from 'vitest'
import { splitIntoWeeks } from '../../src/store/read/ranges.ts'
import { dayText } from '../../src/store/day-number.ts'

it('weeks and the days around them are the range, each day once', () => {
  for (let first = 20_000; first < 20_008; first += 1)
    for (let length = 1; length < 40; length += 1) {
      const last = first + length - 1
      const { weeks, days } = splitIntoWeeks({ from: dayText(first), to: dayText(last) }, 9999)
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

it('a week that is not summed yet is read as its days', () => {
  const range = { from: dayText(20_006), to: dayText(20_019) }
  const week = 20_006 / 7
  expect(splitIntoWeeks(range, week + 2).weeks).toEqual({ first: week, last: week + 1 })
  const { weeks, days } = splitIntoWeeks(range, week + 1)
  expect(weeks).toEqual({ first: week, last: week })
  expect(days).toEqual([20_013, 20_014, 20_015, 20_016, 20_017, 20_018, 20_019])
  expect(splitIntoWeeks(range, 0).weeks).toBeNull()
})
