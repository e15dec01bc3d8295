import { expect, test } from 'vitest'
import { counterColumns } from '../../src/store/counter-columns.ts'
import type { CounterColumn } from '../../src/domain/counters.ts'
import { assertCounters } from '../../src/store/assert-counters.ts'

const keys = 2

function row(name: CounterColumn, value: number): number[] {
  return [7, 8, ...counterColumns.map((column) => (column === name ? value : 1))]
}

function isRefused(name: CounterColumn, value: number, isAbsolute: boolean): boolean {
  try {
    assertCounters([row('prompt', 1), row(name, value)], { keys, isAbsolute })
    return false
  } catch (error) {
    expect(error).toMatchObject({ name: 'StoreError', kind: 'refused' })
    return true
  }
}

test.each(counterColumns)('no %s that is no number, or beyond all measure, is written', (name) => {
  for (const isAbsolute of [true, false])
    for (const value of [Number.NaN, Infinity, -Infinity, 2e15, -2e12])
      expect(isRefused(name, value, isAbsolute)).toBe(true)
})

test.each(counterColumns)('an absolute %s is not below nothing, a change may be', (name) => {
  expect(isRefused(name, -1, true)).toBe(name !== 'cache_savings')
  expect(isRefused(name, -1, false)).toBe(false)
})

test('counts are whole, dollars are not', () => {
  expect(isRefused('prompt', 0.5, false)).toBe(true)
  expect(isRefused('spend', 0.5, true)).toBe(false)
  expect(isRefused('response_ms', 1e15, true)).toBe(false)
})
