import type { Before, SumMeasure, UsageAnswer, UsageRow } from '@podium/contracts'
import type { StoredModel } from '../../domain/listings.ts'
import type { ModelTotal } from '../../domain/traffic.ts'
import { balanceOf, type Counted } from '../balance.ts'
import { all, idOf, others, type Grouped, type GroupName } from '../grouping.ts'
import type { Terms } from '../prices.ts'
import { usageOf } from '../usage.ts'
import { cacheSavingOf } from './cache-saving-of.ts'
import { changeOf } from './change.ts'
import { groupTraffic, partsById, sizeOf, type Known } from './group-traffic.ts'

type Priced = { models: readonly Pick<StoredModel, 'model' | 'provider' | 'price'>[] }
type Input = Omit<Known, 'models'> & Priced & Counted & { termsOf: Terms }
type Asked = Grouped & { measure: SumMeasure; top: number }
type Past = Known & { termsOf: Terms; told: Before }

/** Groups with most of a measure have a row of their own, the rest share one; ratios are ratios of sums everywhere. */
export function describeUsage(
  known: Input,
  asked: Asked,
  past: Past | null,
): Pick<UsageAnswer, 'rows' | 'totals' | 'unpriced_models' | 'balance'> {
  const { termsOf } = known
  const groups = groupTraffic(known, asked)
  const shown = groups.slice(0, asked.top)
  const rest = groups.slice(asked.top).flatMap(({ parts }) => parts)
  const whole = groups.flatMap(({ parts }) => parts)
  const before = past === null ? null : pastParts(past, asked, shown)
  const priceOf = new Map(known.models.map(({ model, price }) => [model, price]))
  const size = sizeOf(whole, asked.measure)

  const row = (name: GroupName, parts: readonly ModelTotal[]): UsageRow => {
    const usage = usageOf(parts, termsOf)
    const old = past && before && usageOf(before(name), past.termsOf)
    const timed = sizeOfTime(parts)
    return {
      ...name,
      usage,
      share: size > 0 ? sizeOf(parts, asked.measure) / size : null,
      priced: parts.some(({ model }) => termsOf(model).isPriced),
      cache_saving_usd: cacheSavingOf(parts, termsOf, priceOf),
      mean_response_ms: timed.requests > 0 ? timed.ms / timed.requests : null,
      timed_requests: timed.requests,
      before: old,
      change: old !== null && past?.told.known === true ? changeOf(usage, old) : null,
    }
  }
  const rows = [
    ...shown.map(({ name, parts }) => row(name, parts)),
    ...(rest.length > 0 ? [row(others, rest)] : []),
  ]
  const used = [...new Set(whole.map(({ model }) => model))]
  const balance = (measure: SumMeasure) =>
    balanceOf(known, {
      measure,
      shown: sizeOf([...shown.flatMap(({ parts }) => parts), ...rest], measure),
    })
  return {
    rows,
    totals: row(all, whole),
    unpriced_models: used.filter((model) => !termsOf(model).isPriced).toSorted(),
    balance: {
      tokens: balance('tokens'),
      prompt_tokens: balance('prompt_tokens'),
      requests: balance('requests'),
      failures: balance('failures'),
      spend: balance('spend'),
    },
  }
}

/** What a row was in the period before: the rest is what has no row of its own now. */
function pastParts(past: Past, asked: Asked, shown: readonly { name: GroupName }[]) {
  const groups = groupTraffic(past, asked)
  const partsOf = partsById(groups)
  const own = new Set(shown.map(({ name }) => idOf(name)))
  return (name: GroupName): readonly ModelTotal[] => {
    if (name === all) return groups.flatMap(({ parts }) => parts)
    if (name !== others) return partsOf.get(idOf(name)) ?? []
    return groups.filter((group) => !own.has(idOf(group.name))).flatMap(({ parts }) => parts)
  }
}

function sizeOfTime(parts: readonly ModelTotal[]): { ms: number; requests: number } {
  let ms = 0
  let requests = 0
  for (const { counters } of parts) {
    ms += counters.responseMs
    requests += counters.timedRequests
  }
  return { ms, requests }
}
