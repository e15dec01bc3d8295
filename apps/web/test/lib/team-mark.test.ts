import { expect, test } from 'vitest'
import { teamMark } from '../../src/lib/team-mark.ts'

const marks = Array.from({ length: 49 }, (_, mark) => teamMark(mark))

test('all 49 marks differ, and of seven in a row no two share a colour or a shape', () => {
  expect(new Set(marks.map(({ colour, shape }) => `${colour}/${shape.d}`)).size).toBe(49)
  for (let first = 0; first < 49; first += 7) {
    const row = marks.slice(first, first + 7)
    expect(new Set(row.map(({ colour }) => colour)).size).toBe(7)
    expect(new Set(row.map(({ shape }) => shape.d)).size).toBe(7)
  }
})
