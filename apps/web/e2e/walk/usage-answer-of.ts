import type { Change, UsageAnswer, UsageRow } from '@podium/contracts'
import { leftOut, windowAt } from './board-of.ts'
import type { Cast } from './cast.ts'
import { modelsOfWorld } from './models-of.ts'
import { usageOf } from './usage-of.ts'
import { balanceOf } from './balance-of.ts'

type Measure = UsageAnswer['measure']
type Name = Pick<UsageRow, 'key' | 'then_key' | 'label' | 'kind'>

const grown: Change = {
  tokens: 0.031,
  spend: -0.124,
  requests: 0.4,
  failures: 0,
  cost_per_1m_tokens: -0.017,
  cache_hit_share: 1.3,
  success: -0.2,
}

/** Who used how much, as a world of these teams would tell it. */
export function usageAnswerOf(search: URLSearchParams, cast: Cast, now: number): UsageAnswer {
  const by = groupingOf(search.get('by'))
  const then = groupingOf(search.get('then'), 'none')
  const top = Number(search.get('top') ?? 50)
  const isCompared = search.get('compare') === 'before'
  const names = namesOf(by, then, cast)
  const rows = names.slice(0, top).map((name, index) => rowOf(name, index + 1, isCompared))
  const others: Name = { key: null, then_key: null, label: 'Others', kind: 'others' }
  const window = windowAt(now)
  return {
    data_version: 1,
    window,
    left_out: leftOut,
    by,
    then,
    measure: measureOf(search.get('measure')),
    rows: names.length > top ? [...rows, rowOf(others, top + 1, isCompared)] : rows,
    totals: {
      ...rowOf({ key: null, then_key: null, label: 'All', kind: 'all' }, 1, isCompared),
      share: 1,
    },
    unpriced_models: modelsOfWorld.slice(-2),
    before: isCompared ? { window, known: true, reason: null } : null,
    balance: {
      tokens: balanceOf('tokens', 384_213_907, 1_204_381),
      prompt_tokens: balanceOf('prompt_tokens', 299_686_848, 903_211),
      requests: balanceOf('requests', 132_487, 417),
      failures: balanceOf('failures', 1589, 0),
      spend: balanceOf('spend', 806.85, 1.207),
    },
  }
}

function rowOf(name: Name, place: number, isCompared: boolean): UsageRow {
  const usage = usageOf(place)
  return {
    ...name,
    usage,
    share: 1 / (place + 1),
    priced: !usage.unpriced,
    cache_saving_usd: place % 4 === 3 ? null : 12.4 / place,
    mean_response_ms: place % 5 === 4 ? null : 3210 / place,
    timed_requests: place % 5 === 4 ? 0 : usage.successes,
    before: isCompared ? usage : null,
    change: isCompared ? grown : null,
  }
}

function namesOf(by: UsageAnswer['by'], then: UsageAnswer['then'], cast: Cast): Name[] {
  const whole: Name = { key: null, then_key: null, label: 'All', kind: 'all' }
  const firsts: Name[] =
    by === 'none'
      ? [whole]
      : by === 'team'
        ? cast.map(({ id, name }) => ({ key: id, then_key: null, label: name, kind: by }))
        : [...new Set(by === 'model' ? modelsOfWorld : modelsOfWorld.map(providerOf))].map(
            (key) => ({
              ...{ key, then_key: null, label: key, kind: by },
            }),
          )
  if (then === 'none') return firsts
  if (then === 'provider') return firsts.map((name) => withThen(name, providerOf(name.key ?? '')))
  return firsts.flatMap((name) => modelsOfWorld.map((model) => withThen(name, model)))
}

const withThen = (name: Name, then: string): Name => ({
  ...name,
  then_key: then,
  label: `${name.label} · ${then}`,
})

export function providerOf(model: string): string {
  return model.split(/[-/]/)[0] ?? 'unknown'
}

export function groupingOf(
  text: string | null,
  usual: UsageAnswer['by'] = 'team',
): UsageAnswer['by'] {
  return text === 'team' || text === 'model' || text === 'provider' || text === 'none'
    ? text
    : usual
}

function measureOf(text: string | null): Measure {
  return text === 'spend' || text === 'requests' || text === 'failures' ? text : 'tokens'
}
