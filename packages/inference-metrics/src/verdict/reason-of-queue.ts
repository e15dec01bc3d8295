import { ofMinute, ofScrapes, type Recent } from './recent.ts'
import type { Advice, Evidence } from './verdict.ts'

export type QueueReason = 'kv_full' | 'slots_full' | 'prefill_bound'

type Explained = {
  reason: QueueReason | null
  evidence: readonly Evidence[]
  advice: readonly Advice[]
}

/** From this on the cache counts as full. It never makes a state: it only says why there is one. */
const fullCache = 0.95

/** Why requests wait; the first that holds. */
export function reasonOfQueue(recent: Recent): Explained {
  return kvFull(recent) ?? slotsFull(recent) ?? prefillBound(recent) ?? unknown
}

const unknown: Explained = {
  reason: null,
  evidence: [],
  advice: ['add_replica', 'lower_concurrency'],
}

function kvFull(recent: Recent): Explained | null {
  const fullest = Math.max(0, ...recent.last.map(({ kvCacheRatio }) => kvCacheRatio ?? 0))
  const preemptions = recent.minute.counters.preemptions ?? 0
  const evidence = [
    ...(fullest >= fullCache ? [ofScrapes(recent.last, 'kv_cache_ratio', fullest, fullCache)] : []),
    ...(preemptions > 0 ? [ofMinute(recent, 'preemptions', preemptions, 0)] : []),
  ]
  const advice: Advice[] = ['shorten_prompts', 'lower_concurrency', 'more_kv_memory']
  return evidence.length === 0 ? null : { reason: 'kv_full', evidence, advice }
}

function slotsFull({ last, mostRunning }: Recent): Explained | null {
  const isFull = last.every(({ running }) => running !== null && running >= mostRunning - 1)
  if (!isFull || mostRunning === 0) return null
  const evidence = [ofScrapes(last, 'running', last.at(-1)?.running ?? 0, mostRunning)]
  const advice: Advice[] = ['raise_max_num_seqs', 'add_replica', 'do_not_add_gpu_memory']
  return { reason: 'slots_full', evidence, advice }
}

function prefillBound(recent: Recent): Explained | null {
  const { promptTokens, cachedPromptTokens, generationTokens } = recent.minute.counters
  if (promptTokens === null || generationTokens === null) return null
  const computed = promptTokens - (cachedPromptTokens ?? 0)
  if (computed <= 2 * generationTokens) return null
  const evidence = [ofMinute(recent, 'computed_prompt_tokens', computed, 2 * generationTokens)]
  return {
    reason: 'prefill_bound',
    evidence,
    advice: ['shorten_prompts', 'chunked_prefill', 'add_replica'],
  }
}
