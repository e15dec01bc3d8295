import { expect, test } from 'vitest'
import { inOrder } from '../../src/ledger/in-order.ts'

const read = (startedAt: number, finishedAt: number) => ({
  startedAt,
  finishedAt,
  source: 'aggregated' as const,
})

test('a read keeps its moment, whether it is the first, the next, or began too early', () => {
  expect(inOrder(read(10, 12), null)).toEqual(read(10, 12))
  expect(inOrder(read(10, 12), read(5, 8))).toEqual(read(10, 12))
  expect(inOrder(read(10, 12), read(5, 11))).toEqual(read(10, 12))
})

test('after a read in the future it is the next one', () => {
  expect(inOrder(read(10, 12), read(50, 60))).toEqual(read(61, 63))
})
