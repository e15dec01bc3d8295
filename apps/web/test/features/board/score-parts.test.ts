import { expect, test } from 'vitest'
import { partPoints } from '../../../src/features/board/score-parts.ts'
import { missingFor } from '../../../src/features/board/warming-up.ts'
import { boardRow, noUsage } from '../../support/board.ts'

test('the parts of a score add up to it, and one that is not known has no points', () => {
  const parts = partPoints({
    total: 81,
    parts: {
      efficiency: { value: 0.6, weight: 0.4 },
      reliability: { value: 1, weight: 0.3 },
      volume: { value: 0.9, weight: 0.2 },
      cache: { value: null, weight: 0 },
      breadth: { value: 0.9, weight: 0.1 },
    },
  })
  expect(parts.find(({ name }) => name === 'cache')?.points).toBeNull()
  expect(parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(81)
})

test('a team that warms up is told the requests first, then the output', () => {
  const row = (requests: number, completion_tokens: number) =>
    boardRow('a', 0, { usage: { ...noUsage, requests, completion_tokens } })
  const by = (measure: 'score' | 'efficiency') => ({
    ...{ measure, scoreFrom: { requests: 30, completion_tokens: 2000 } },
  })
  const missing = (requests: number, output: number) =>
    missingFor(row(requests, output), by('score'))
  expect(missing(14, 0)).toEqual({ what: 'requests', have: 14, least: 30 })
  expect(missing(30, 640)).toEqual({ what: 'output', have: 640, least: 2000 })
  expect(missing(30, 2000)).toBeNull()
  expect(missingFor(row(1, 1), by('efficiency'))).toBeNull()
})
