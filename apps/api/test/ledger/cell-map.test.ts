import { expect, test } from 'vitest'
import { CellMap } from '../../src/ledger/cell-map.ts'

const name = (teamId: string | null, model: string, key: string) => ({ teamId, model, key })

test('cells that share all but one part of their name are told apart', () => {
  const names = [
    name(null, 'a', 'k'),
    name('null', 'a', 'k'),
    name('t', 'a', 'k'),
    name('t', 'k', 'a'),
    name('t', 'a', ''),
    name('t', '', 'a'),
  ]
  const map = CellMap.of(names)
  expect(map.size).toBe(names.length)
  for (const each of names) expect(map.get({ ...each })).toBe(each)
  expect(map.has(name('t', 'k', 'k'))).toBe(false)
  expect(new Set(map)).toEqual(new Set(names))
})

test('a cell that is set again is replaced and counted once', () => {
  const map = CellMap.of([{ ...name('t', 'a', 'k'), reads: 1 }])
  map.set(name('t', 'a', 'k'), { ...name('t', 'a', 'k'), reads: 2 })
  expect([...map].map(({ reads }) => reads)).toEqual([2])
  expect(map.size).toBe(1)
})
