import { expect, test } from 'vitest'
import { rankedRows, searched } from '../../../src/features/board/ranked-rows.ts'
import { boardRow, boardWith } from '../../support/board.ts'

const rowsOf = (...values: number[]) =>
  rankedRows(boardWith(values.map((value, at) => boardRow(`Team ${at}`, value))).rows)

test('a row knows its share of the best and the way to the place above', () => {
  const rows = rowsOf(100, 40, 40)
  expect(rows.map(({ rank, share, gap }) => [rank, share, gap])).toEqual([
    [1, 1, 60],
    [2, 0.4, 60],
    [3, 0.4, 0],
  ])
})

test('a lone leader has no gap, and a board of zeros no shares', () => {
  expect(rowsOf(100)[0]?.gap).toBeNull()
  expect(rowsOf(0, 0).map(({ share }) => share)).toEqual([0, 0])
})

test.each([
  ['PILO', ['Prompt Pilots']],
  ['zero, lions ,', ['Latent Lions', 'Zero Shot']],
  [' , ', ['Latent Lions', 'Prompt Pilots', 'Zero Shot']],
  ['nobody', []],
])('a search for %j finds %j', (search, names) => {
  const rows = ['Latent Lions', 'Prompt Pilots', 'Zero Shot'].map((name) => boardRow(name, 1))
  expect(searched(rows, search).map(({ team }) => team.name)).toEqual(names)
})
