import type { SpendLog } from '@podium/litellm-client'
import { expect, test } from 'vitest'
import { addDeltas } from '../../src/ledger/add-deltas.ts'
import { sum } from '../../src/domain/counters.ts'
import type { Delta } from '../../src/ledger/delta.ts'
import { onGrid } from '../../src/ledger/dollars.ts'
import { shapeBaseline } from '../../src/ledger/shape-baseline.ts'
import { shapeOfLogs } from '../../src/ledger/shape-of-logs.ts'
import { at, cell, day } from '../support/ledger/cells.ts'

let requests = 0
function log(
  name: string,
  clock: string,
  promptTokens: number,
  change: Partial<SpendLog> = {},
): SpendLog {
  const { teamId, model, key } = cell(name, 0)
  requests += 1
  return {
    requestId: `request ${requests}`,
    startedAtMs: at(clock),
    endedAtMs: at(clock) + 1000,
    firstTokenAtMs: null,
    teamId,
    key,
    model,
    underlyingModel: null,
    provider: null,
    promptTokens,
    completionTokens: 0,
    spendUsd: promptTokens / 1000,
    succeeded: true,
    fromCache: false,
    ...change,
  }
}

function baseline(name: string, change: Partial<Delta['counters']>): Delta {
  const { teamId, model, key, counters } = cell(name, 0, change)
  return {
    teamId,
    model,
    key,
    day,
    start: at('0') / 1000,
    width: 1440,
    reason: 'baseline',
    counters: onGrid(counters),
  }
}

const clockOf = ({ start }: Delta) => new Date(start * 1000).toISOString().slice(11, 16)

test('a baseline takes the shape of the logs and keeps its sum', () => {
  const rows = [
    baseline('red large k1', {
      promptTokens: 100,
      completionTokens: 7,
      requests: 5,
      successes: 4,
      failures: 1,
      spendUsd: 0.1,
      responseMs: 11,
    }),
  ]
  const logs = [
    log('red large k1', '09:00', 10),
    log('red large k1', '10:30', 20, { completionTokens: 1 }),
  ]
  const changes = shapeBaseline(day, rows, shapeOfLogs(logs, day, at('11:00')))
  const shaped = addDeltas([...rows, ...changes])
  expect(
    shaped.map((delta) => [
      clockOf(delta),
      delta.width,
      delta.reason,
      delta.counters.promptTokens,
      delta.counters.completionTokens,
      delta.counters.failures,
      delta.counters.responseMs,
    ]),
  ).toEqual([
    // No failure is in the logs, so requests say where it may have been.
    ['09:00', 1, 'backfilled', 33, 0, 1, 6],
    ['10:30', 1, 'backfilled', 67, 7, 0, 5],
  ])
  expect(sum(shaped.map(({ counters }) => counters))).toEqual(rows[0]?.counters)
})

test('what is placed, a gap, and a cell that the logs do not know stay as they are', () => {
  const rows = [
    { ...baseline('red large k1', { promptTokens: 5 }), reason: 'gap' as const },
    { ...baseline('red large k1', { promptTokens: 5 }), reason: null, width: 1 as const },
    baseline('red large k2', { promptTokens: 5 }),
  ]
  const shape = shapeOfLogs([log('red large k1', '09:00', 10)], day, at('11:00'))
  expect(shapeBaseline(day, rows, shape)).toEqual([])
})

test('logs of an unproven key shape its rest, then the rest of its team', () => {
  const rows = [
    baseline('red other k1', { promptTokens: 10 }),
    baseline('red other other', { promptTokens: 3 }),
  ]
  const logs = [log('red large k1', '09:00', 1), log('red small k9', '10:00', 1)]
  const shaped = addDeltas([
    ...rows,
    ...shapeBaseline(day, rows, shapeOfLogs(logs, day, at('11:00'))),
  ])
  expect(shaped.map((delta) => [delta.key, clockOf(delta), delta.counters.promptTokens])).toEqual([
    ['k1', '09:00', 10],
    ['other', '10:00', 3],
  ])
})

test('of the logs, repeated rows, other days and what came after the first read are left out', () => {
  const twice = log('red large k1', '09:00', 1)
  const logs = [
    twice,
    twice,
    log('red large k1', '-1', 1),
    log('red large k1', '11:00', 1),
    log('red large k1', '10:59', 1, { endedAtMs: at('11:00') }),
    log('red large k1', '10:00', 1, { endedAtMs: null, model: null, key: null, succeeded: false }),
  ]
  expect(
    shapeOfLogs(logs, day, at('11:00')).map(({ model, key, start, successes, failures }) => [
      model,
      key,
      start * 1000,
      successes,
      failures,
    ]),
  ).toEqual([
    ['large', 'k1', at('09:00'), 1, 0],
    ['', '', at('10:00'), 0, 1],
  ])
})

test('a request that ended after midnight is in the last minute of its day', () => {
  const rows = [baseline('red large k1', { promptTokens: 5 })]
  const logs = [log('red large k1', '23:59', 1, { endedAtMs: at('24:03') })]
  const [, placed] = shapeBaseline(day, rows, shapeOfLogs(logs, day, at('48:00')))
  expect(placed && clockOf(placed)).toBe('23:59')
})
