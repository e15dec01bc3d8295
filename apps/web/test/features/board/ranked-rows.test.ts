import type { BoardRow } from '@podium/contracts'
import { expect, test } from 'vitest'
import { rankedRows, searched } from '../../../src/features/board/ranked-rows.ts'
import { boardRow, boardWith, noUsage } from '../../support/board.ts'

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

test('a row that says the same as before is the same object, and so is the team of one that does not', () => {
  const answer = boardWith(['Lions', 'Owls', 'Cats'].map((name, at) => boardRow(name, 10 - at)))
  const before = rankedRows(answer.rows)
  const again: typeof answer = structuredClone(answer)
  expect(rankedRows(again.rows, before)).toEqual(before)
  expect(rankedRows(again.rows, before).map((row, at) => row === before[at])).toEqual([
    true,
    true,
    true,
  ])
  again.rows[0]?.sparkline.push(5)
  const rows = rankedRows(again.rows, before)
  expect(rows.map((row, at) => row === before[at])).toEqual([false, true, true])
  expect(rows[0]?.team).toBe(before[0]?.team)
})

test.each<Partial<BoardRow>>([
  { rank: 2 },
  { movement: 4 },
  { value: 11 },
  { usage: { ...noUsage, spend_usd: 9 } },
  { sparkline: [1, 4, null, 4] },
  { score: null },
  { team: { id: 't_Lions', name: 'Cats', gone: false, mark: 0 } },
])('a row that says %j is another one than before', (other) => {
  const before = rankedRows([boardRow('Lions', 10)])
  expect(rankedRows([boardRow('Lions', 10, other)], before)[0]).not.toBe(before[0])
})
