import { expect, it } from 'vitest'
import { splitIntoWeeks } from '../../src/store/read/ranges.ts'
import { dayText } from '../../src/store/day-number.ts'

it('weeks and the days around them are the range, each day once', () => {
  for (let first = 20_000; first < 20_008; first += 1)
    for (let length = 1; length < 40; length += 1) {
      const last = first + length - 1
      const weeks = splitIntoWeeks({ from: dayText(first), to: dayText(last) })
      const wanted = [
        weeks.before,
        { first: weeks.first * 7, last: weeks.last * 7 + 6 },
        weeks.after,
      ]
      const days = wanted.flatMap((part) =>
        Array.from({ length: Math.max(0, part.last - part.first + 1) }, (_, i) => part.first + i),
      )
      expect(days).toEqual(Array.from({ length }, (_, index) => first + index))
    }
})
