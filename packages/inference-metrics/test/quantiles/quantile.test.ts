import { describe, expect, test } from 'vitest'
import { latencyOf, mergeDistributions, quantileOf, type Distribution } from '../../src/index.ts'

function of(bounds: number[], counts: number[]): Distribution {
  return { bounds, counts, sum: 0, count: counts.at(-1) ?? 0 }
}

const queue = of([0.3, 0.5, 1, Infinity], [100, 100, 100, 100])

describe('a quantile', () => {
  test('between two ends is interpolated', () =>
    // Rank 5 of 10: 3 of the 6 between 1 and 2.
    expect(quantileOf(0.5, of([1, 2, Infinity], [2, 8, 10]))).toEqual({
      value: 1.5,
      bound: 'exact',
      limit: null,
    }))

  test('in the first bucket is an artefact, and says so', () => {
    // 100 waits of 1 ms: 0.3 × 50 / 100, 0.3 × 95 / 100
    expect(quantileOf(0.5, queue)).toEqual({ value: 0.15, bound: 'below', limit: 0.3 })
    expect(quantileOf(0.95, queue)?.value).toBeCloseTo(0.285, 12)
  })

  test('behind the last end is at least that', () =>
    expect(quantileOf(0.99, of([1, 80, Infinity], [1, 5, 10]))).toEqual({
      value: 80,
      bound: 'above',
      limit: 80,
    }))

  test('in a first bucket that ends at 0 is 0', () =>
    expect(quantileOf(0.5, of([0, 1, Infinity], [9, 10, 10]))).toEqual({
      value: 0,
      bound: 'exact',
      limit: null,
    }))

  test('of counts that fall back is made to rise', () =>
    // 6 at 2 becomes 8, so rank 9 is half of the 2 between 2 and 4.
    expect(quantileOf(0.9, of([1, 2, 4, Infinity], [8, 6, 10, 10]))?.value).toBe(3))

  test('needs an observation, two buckets, and an end without a limit', () => {
    expect(quantileOf(0.5, of([1, Infinity], [0, 0]))).toBeNull()
    expect(quantileOf(0.5, of([Infinity], [4]))).toBeNull()
    expect(quantileOf(0.5, of([1, 2], [4, 4]))).toBeNull()
    expect(quantileOf(0.5, of([], []))).toBeNull()
  })
})

test('without an observation nothing is known but that', () =>
  expect(latencyOf(of([1, Infinity], [0, 0]))).toEqual({
    n: 0,
    mean: null,
    p50: null,
    p90: null,
    p95: null,
    p99: null,
  }))

test('buckets of replicas add up by their ends, whatever their lists', () => {
  const merged = mergeDistributions(
    of([1, 2, Infinity], [1, 2, 3]),
    of([2, 4, Infinity], [10, 20, 30]),
  )
  expect(merged).toEqual({
    bounds: [1, 2, 4, Infinity],
    counts: [1, 12, 20, 33],
    sum: 0,
    count: 33,
  })
})
