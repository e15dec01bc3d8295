import { describe, expect, it, test } from 'vitest'
import {
  bucketCount,
  bucketNames,
  edgesOf,
  unitFor,
} from '../../../src/analytics/series/buckets.ts'
import { chooseBucket, fittingBuckets } from '../../../src/analytics/series/choose-bucket.ts'

const at = (text: string) => Date.parse(`${text}Z`) / 1000
const window = (from: string, to: string, tz = 'UTC') => ({ from: at(from), to: at(to), tz })
const hours = (tz: string, from: string, to: string) =>
  edgesOf(window(from, to, tz), 'hour').length - 1

describe('buckets', () => {
  it.each([
    ['Europe/Berlin', '2026-10-24T22:00', '2026-10-25T23:00', 25],
    ['Australia/Lord_Howe', '2026-10-03T13:30', '2026-10-04T13:00', 24],
    ['Asia/Kathmandu', '2026-11-19T18:15', '2026-11-20T18:15', 24],
  ])('of a day in %s are its hours', (tz, from, to, count) => {
    expect(hours(tz, from, to)).toBe(count)
  })

  it('follow each other without a gap and hold the window', () => {
    for (const tz of ['UTC', 'America/St_Johns', 'Africa/Cairo'])
      for (const name of bucketNames) {
        const span = window('2026-04-22T10:07', '2026-04-25T03:22', tz)
        const edges = edgesOf(span, name)
        expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b))
        expect(edges[0]).toBeLessThanOrEqual(span.from)
        expect(edges[1]).toBeGreaterThan(span.from)
        expect(edges.at(-1)).toBeGreaterThanOrEqual(span.to)
        expect(edges.at(-2)).toBeLessThan(span.to)
        expect(edges.length - 2).toBeLessThanOrEqual(bucketCount(span, name))
      }
  })

  it('are read no finer than they need', () => {
    const unit = (tz: string, name: (typeof bucketNames)[number]) =>
      unitFor(edgesOf(window('2026-11-18T00:00', '2026-11-20T00:00', tz), name), name)
    expect(unit('UTC', 'day')).toBe('day')
    expect(unit('Europe/Berlin', 'day')).toBe('hour')
    expect(unit('Asia/Kolkata', 'day')).toBe('quarter')
    expect(unit('Europe/Berlin', 'hour')).toBe('hour')
    expect(unit('UTC', '15min')).toBe('quarter')
    expect(unit('UTC', '5min')).toBe('minute')
  })
})

test('an automatic bucket has at most 300 of them or is a day, and shows what slow polls placed', () => {
  const day = window('2026-11-20T00:00', '2026-11-21T00:00')
  const names = fittingBuckets(day)
  expect(names[0]).toBe('5min')
  expect(fittingBuckets(window('2025-11-01T00:00', '2026-11-21T00:00'))).toEqual(['day'])
  const line = { key: null, then_key: null, label: 'All', kind: 'all' as const }
  const piece = (width: number) => ({ line, start: day.from, width, isPlaced: true, amount: 1 })
  expect(chooseBucket(day, names, [piece(1)])).toBe('5min')
  expect(chooseBucket(day, names, [piece(1), piece(15)])).toBe('15min')
  expect(chooseBucket(day, names, [piece(60)])).toBe('hour')
})
