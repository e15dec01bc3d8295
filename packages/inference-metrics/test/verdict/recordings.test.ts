import { describe, expect, test } from 'vitest'
import { goalsOf, type ModelTick, type Standing } from '../../src/index.ts'
import { goldenTicks, judgeAll, readB200 } from '../support/series.ts'

const goals = goalsOf(2, 0.05)

/** When the state changed, in seconds, and to what. */
function changes(standings: readonly Standing[]): [number, string][] {
  return standings
    .filter(({ verdict }, index) => verdict.state !== standings[index - 1]?.verdict.state)
    .map(({ at, verdict }) => [Math.floor(at / 1000), verdict.state])
}

describe('a genuine vLLM on a CPU, every 2 s', () => {
  const standings = judgeAll(goldenTicks(), goals)
  const after = (second: number) => standings.findLast(({ at }) => at <= second * 1000)?.verdict

  test('goes from its start over load, a queue, a full cache and a restart', () =>
    expect(changes(standings)).toEqual([
      [1795248229, 'down'],
      [1795248247, 'idle'],
      // The load begins at 320; on a CPU every token is late.
      [1795248325, 'slow'],
      [1795248413, 'saturated'],
      [1795248481, 'slow'],
      [1795248563, 'saturated'],
      [1795248633, 'slow'],
      // The load ended at 681; tokens were made within the minute until then.
      [1795248751, 'idle'],
      [1795248759, 'down'],
      [1795248861, 'idle'],
      [1795248873, 'slow'],
    ]))

  test('with 24 requests for 16 slots it is saturated, though the cache is not full', () => {
    const verdict = after(1795248437)
    expect(verdict).toMatchObject({ state: 'saturated', reason: 'slots_full' })
    expect(verdict?.advice).toEqual(['raise_max_num_seqs', 'add_replica', 'do_not_add_gpu_memory'])
    // Since the first of the three scrapes with a queue.
    expect(verdict?.since).toBe(1795248409848)
    const [waiting, late, running] = verdict?.evidence ?? []
    expect(waiting).toMatchObject({ kind: 'waiting', value: 8, limit: 0 })
    expect(late).toMatchObject({ kind: 'queue_p90_seconds', limit: 1, samples: 31 })
    expect(running).toMatchObject({ kind: 'running', value: 16, limit: 16, samples: 3 })
  })

  test('with long prompts the cache is full, and requests are preempted', () =>
    expect(after(1795248572)).toMatchObject({
      state: 'saturated',
      reason: 'kv_full',
      evidence: [{ kind: 'waiting' }, { kind: 'kv_cache_ratio' }, { kind: 'preemptions' }],
      advice: ['shorten_prompts', 'lower_concurrency', 'more_kv_memory'],
    }))

  test('while it is down the reason is the target’s, and nothing is carried over', () => {
    expect(after(1795248800)).toEqual({
      state: 'down',
      reason: 'conn_refused',
      since: 1795248759848,
      evidence: [],
      advice: ['check_engine'],
    })
    expect(after(1795248862)?.since).toBe(1795248861857)
  })
})

describe('vLLM on B200, every 5 s', () => {
  const runs = readB200()
  const judged = (name: string) => judgeAll(runs.get(name) ?? [], goals)
  const share = (standings: readonly Standing[], states: readonly string[]) =>
    standings.filter(({ verdict }) => states.includes(verdict.state)).length / standings.length

  test('one client never waits', () =>
    expect(changes(judged('tp4-conc1')).map(([, state]) => state)).toEqual(['fine']))

  test('64 clients wait from start to end', () => {
    const standings = judged('tp4-conc64')
    expect(share(standings.slice(4), ['saturated', 'queueing'])).toBe(1)
  })

  test('a full cache without a queue is fine', () => {
    const ticks: readonly ModelTick[] = runs.get('tp4-conc24') ?? []
    const standings = judged('tp4-conc24')
    const full = standings.filter((_, index) => {
      // Nobody waited for half a minute, and the cache was at 0.9 or more.
      const last = ticks.slice(Math.max(0, index - 6), index + 1)
      return (
        last.length === 7 &&
        last.every(({ waiting, kvCacheRatio }) => waiting === 0 && (kvCacheRatio ?? 0) >= 0.9)
      )
    })
    expect(full.length).toBeGreaterThan(5)
    for (const { verdict } of full) expect(verdict.state).toBe('fine')
  })

  test('a burst at the start ends by itself', () => {
    for (const name of ['tp8-conc16', 'tp8-conc32'])
      expect(judged(name).at(-1)?.verdict).toMatchObject({ state: 'fine', advice: ['nothing'] })
  })

  test('the same history gives the same verdict, at once or tick by tick', () => {
    const standings = judged('tp4-conc24')
    expect(judgeAll(runs.get('tp4-conc24') ?? [], goals)).toEqual(standings)
  })
})
