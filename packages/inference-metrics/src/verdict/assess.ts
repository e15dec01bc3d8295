import type { ModelTick } from './model-tick.ts'
import { reasonOfQueue } from './reason-of-queue.ts'
import { ofMinute, ofScrapes, quantileOfMinute, recentOf, type Recent } from './recent.ts'
import type { Evidence, Goals, Verdict } from './verdict.ts'

/** What one tick says by itself, without memory. */
export type Assessment = Verdict

/** A quantile of so few is no reason for anything. */
const [leastQueued, leastServed] = [5, 20]

/** `ticks` end with the one that is judged. */
export function assess(ticks: readonly ModelTick[], goals: Goals): Assessment {
  const now = ticks.at(-1)
  const since = now?.at ?? 0
  if (now?.down !== null)
    return {
      state: 'down',
      reason: now?.down?.reason ?? null,
      since,
      evidence: [],
      advice: ['check_engine'],
    }
  const recent = recentOf(ticks)
  return (
    queued(recent, ticks, goals) ??
    slow(recent, goals, since) ??
    idle(recent, now) ?? {
      state: 'fine',
      reason: null,
      since,
      evidence: evidenceOfFine(recent, now, goals),
      advice: ['nothing'],
    }
  )
}

function queued(recent: Recent, ticks: readonly ModelTick[], goals: Goals): Assessment | null {
  const { last, before } = recent
  if (last.length < 3 || !last.every(isWaiting)) return null
  const isRising = before.length === 3 && meanWaiting(last) > meanWaiting(before)
  const p90 = quantileOfMinute(recent, 'queue', { q: 'p90', least: leastQueued })
  const isLate = p90 !== null && p90 > goals.queueP90Seconds
  const { reason, evidence, advice } = reasonOfQueue(recent)
  const run = waitingInARow(ticks)
  const waiting = ofScrapes(run, 'waiting', last.at(-1)?.waiting ?? 0, 0)
  const late = isLate ? [ofMinute(recent, 'queue_p90_seconds', p90, goals.queueP90Seconds)] : []
  return {
    state: isRising || isLate ? 'saturated' : 'queueing',
    reason,
    // Three scrapes are in it, so it began with the first of them.
    since: isRising || isLate ? (last[0]?.at ?? 0) : (last.at(-1)?.at ?? 0),
    evidence: [waiting, ...late, ...evidence],
    advice,
  }
}

function slow(recent: Recent, goals: Goals, since: number): Assessment | null {
  const ttft = quantileOfMinute(recent, 'ttft', { q: 'p95', least: leastServed })
  const itl = quantileOfMinute(recent, 'itl', { q: 'p95', least: leastServed })
  if (ttft !== null && ttft > goals.ttftP95Seconds) {
    const evidence = [ofMinute(recent, 'ttft_p95_seconds', ttft, goals.ttftP95Seconds)]
    return {
      state: 'slow',
      reason: 'ttft',
      since,
      evidence,
      advice: ['shorten_prompts', 'chunked_prefill', 'add_replica'],
    }
  }
  if (itl === null || itl <= goals.itlP95Seconds) return null
  const evidence = [ofMinute(recent, 'itl_p95_seconds', itl, goals.itlP95Seconds)]
  return {
    state: 'slow',
    reason: 'itl',
    since,
    evidence,
    advice: ['lower_concurrency', 'add_replica'],
  }
}

function idle(recent: Recent, { running, waiting, at }: ModelTick): Assessment | null {
  const { promptTokens, generationTokens } = recent.minute.counters
  const tokens = (promptTokens ?? 0) + (generationTokens ?? 0)
  if (running !== 0 || waiting !== 0 || tokens > 0) return null
  const evidence = [ofMinute(recent, 'tokens', tokens, 0)]
  return { state: 'idle', reason: null, since: at, evidence, advice: ['nothing'] }
}

function evidenceOfFine(recent: Recent, now: ModelTick, goals: Goals): Evidence[] {
  const ttft = quantileOfMinute(recent, 'ttft', { q: 'p95', least: 1 })
  const { waiting, kvCacheRatio } = now
  const newest = recent.last.slice(-1)
  return [
    ...(waiting === null ? [] : [ofScrapes(newest, 'waiting', waiting, 0)]),
    ...(ttft === null ? [] : [ofMinute(recent, 'ttft_p95_seconds', ttft, goals.ttftP95Seconds)]),
    ...(kvCacheRatio === null ? [] : [ofScrapes(newest, 'kv_cache_ratio', kvCacheRatio, null)]),
  ]
}

function waitingInARow(ticks: readonly ModelTick[]): readonly ModelTick[] {
  const good = ticks.filter(({ isGood }) => isGood)
  return good.slice(good.findLastIndex((tick) => !isWaiting(tick)) + 1)
}

function isWaiting({ waiting }: ModelTick): boolean {
  return (waiting ?? 0) > 0
}

function meanWaiting(ticks: readonly ModelTick[]): number {
  return ticks.reduce((sum, { waiting }) => sum + (waiting ?? 0), 0) / ticks.length
}
