import { expect, test } from 'vitest'
import { placeIn } from '../../../src/features/board/row-places.ts'

test('rows that are alike stand one height apart', () => {
  const { topOf, rowAt } = placeIn(56, [])
  expect([0, 1, 10].map(topOf)).toEqual([0, 56, 560])
  expect([0, 55, 56, 600].map(rowAt)).toEqual([0, 0, 1, 10])
})

test('what stands under an open row stands lower by what it has opened to', () => {
  const { topOf, rowAt } = placeIn(50, [{ index: 2, height: 200 }])
  expect([2, 3, 4].map(topOf)).toEqual([100, 350, 400])
  expect([149, 150, 349, 350, 400].map(rowAt)).toEqual([2, 3, 3, 3, 4])
})

test('each row is found at its own top, drawn or not, open or not', () => {
  for (const open of [
    [],
    [{ index: 7, height: 143 }],
    [
      { index: 20, height: 90 },
      { index: 7, height: 143 },
      { index: 8, height: 300 },
    ],
  ]) {
    const { topOf, rowAt } = placeIn(56, open)
    const rows = Array.from({ length: 40 }, (_, index) => index)
    expect(rows.map((index) => rowAt(topOf(index)))).toEqual(rows)
  }
})
