import type { Usage } from '@podium/contracts'
import type { Value } from './table.ts'

export const usageColumns = [
  'tokens',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'cache_creation_tokens',
  'requests',
  'successes',
  'failures',
  'spend_usd',
  'success_rate',
  'reliability',
  'cost_per_1k_tokens',
  'cost_per_success',
  'output_per_usd',
  'cache_hit_share',
  'unpriced',
  'unpriced_tokens',
] as const satisfies (keyof Usage)[]

export function usageValues(usage: Usage): Value[] {
  return usageColumns.map((column) => usage[column])
}
