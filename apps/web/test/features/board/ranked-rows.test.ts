import { expect, test } from 'vitest'
import { memoOf, rankedRows, searched } from '../../../src/features/board/ranked-rows.ts'
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

test('of a row that shows the same as before nothing differs, and a name that is the same is the same object', () => {
  const board = boardWith(['Lions', 'Owls'].map((name, at) => boardRow(name, 10 - at)))
  const before = rankedRows(board.rows)
  const again: typeof board = structuredClone(board)
  const rows = rankedRows(again.rows, before)
  expect(rows.map((row) => memoOf(row, again))).toEqual(before.map((row) => memoOf(row, board)))
  expect(rows.map(({ team }, at) => team === before[at]?.team)).toEqual([true, true])
  const [renamed] = rankedRows(
    [boardRow('Lions', 10, { team: { id: 't_Lions', name: 'Cats', gone: false } })],
    before,
  )
  expect(renamed?.team.name).toBe('Cats')
})

test('what a row shows differs as soon as one of its numbers does', () => {
  const [row] = rankedRows([boardRow('Lions', 10)])
  const board = boardWith([])
  if (row === undefined) throw new Error('one row in, one row out')
  const memo = memoOf(row, board)
  for (const other of [
    { rank: 2 },
    { movement: 4 },
    { value: 11 },
    { gap: 3 },
    { share: 0.5 },
    { usage: { ...row.usage, spend_usd: 9 } },
    { sparkline: [1, 4, null, 4] },
  ])
    expect(memoOf({ ...row, ...other }, board)).not.toEqual(memo)
  expect(memoOf(row, { ...board, measure: 'spend' })).not.toEqual(memo)
})
