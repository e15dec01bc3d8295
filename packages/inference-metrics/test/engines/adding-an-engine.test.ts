import { expect, test } from 'vitest'
import { defineEngine } from '../../src/engines/adapter.ts'
import { total } from '../../src/engines/counter.ts'
import { familyOf } from '../../src/engines/family.ts'
import { summed } from '../../src/engines/gauge.ts'
import { readTable } from '../../src/engines/read-table.ts'
import { histogram } from '../../src/engines/timing.ts'
import { engines, readEngine } from '../../src/index.ts'
import { figuresSinceStart } from '../support/captures.ts'

// The three files that a new engine touches, here in one. First src/engines/newcomer.ts:
const own = (name: string) => familyOf(['newcomer_'], name)
const newcomer = defineEngine({
  kind: 'newcomer',
  path: '/metrics',
  option: '--with-metrics',
  asks: [],
  read: readTable({
    prefixes: ['newcomer_'],
    rankLabel: null,
    running: summed({ family: own('active') }),
    waiting: summed({ family: own('queued') }),
    kvCacheBasis: 'used',
    counters: { generationTokens: total({ family: own('tokens_total') }) },
    latencies: { ttft: histogram(own('first_token_seconds')) },
  }),
})

// Then its line in src/engines/table.ts:
const table = [...engines, newcomer]

// And what it says, test/captured/newcomer.prom:
const captured = `# TYPE newcomer_active gauge
newcomer_active{model="m"} 2
newcomer_tokens_total{model="m"} 600
# TYPE newcomer_first_token_seconds histogram
newcomer_first_token_seconds_bucket{le="0.5",model="m"} 0
newcomer_first_token_seconds_bucket{le="1",model="m"} 10
newcomer_first_token_seconds_bucket{le="+Inf",model="m"} 10
newcomer_first_token_seconds_sum{model="m"} 7
newcomer_first_token_seconds_count{model="m"} 10
`

test('an adapter, a line and a capture are all that an engine needs', () => {
  const read = readEngine(captured, { table })
  if (!read.ok) throw new Error(read.reason)
  expect(read.reading.kind).toBe('newcomer')
  expect(figuresSinceStart(read.reading)).toMatchObject({
    running: 2,
    waiting: null,
    generationTokens: 600,
    // 600 in 60 s
    generationTokensPerSecond: 10,
    // Rank 5 of 10 between 0.5 and 1 s
    ttftSeconds: { n: 10, mean: 0.7, p50: { value: 0.75, bound: 'exact', limit: null } },
    preemptions: null,
  })
  const { missing } = read.reading.models[0] ?? {}
  expect(missing?.find(({ figure }) => figure === 'waiting')).toEqual({
    figure: 'waiting',
    why: 'not_in_this_version',
    lookedFor: ['newcomer_queued'],
  })
  expect(missing?.find(({ figure }) => figure === 'preemptions')?.why).toBe('engine_has_none')
})
