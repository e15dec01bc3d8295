import type { Labels } from '../exposition/exposition.ts'
import { parseValue } from '../exposition/parse-value.ts'

/** Tokens that the cache holds: as told, else blocks of so many tokens. Its bytes do not follow overrides. */
export function capacityOf(labels: Labels): number | null {
  const tokens = numberOf(labels, 'kv_cache_size_tokens')
  if (tokens !== null) return tokens
  const [blocks, size] = [numberOf(labels, 'num_gpu_blocks'), numberOf(labels, 'block_size')]
  return blocks === null || size === null ? null : blocks * size
}

/** The cache holds the longest request so many times. */
export function contextOf(labels: Labels): number | null {
  const tokens = numberOf(labels, 'kv_cache_size_tokens')
  const requests = numberOf(labels, 'kv_cache_max_concurrency')
  return tokens === null || requests === null ? null : Math.round(tokens / requests)
}

/** Many of its labels read "None". */
function numberOf(labels: Labels, name: string): number | null {
  const value = parseValue(labels.get(name) ?? '')
  return value !== null && value > 0 && value < Infinity ? value : null
}
