import { expect, test } from 'vitest'
import { teamMark } from '../../src/lib/team-mark.ts'

test('a team keeps its mark, and the marks spread', () => {
  const marks = Array.from({ length: 490 }, (_, index) => teamMark(`t_${index}`))
  expect(teamMark('t_7')).toEqual(marks[7])
  const distinct = new Set(marks.map((mark) => `${mark.series}/${mark.shape.d}`))
  expect(distinct.size).toBe(49)
})
