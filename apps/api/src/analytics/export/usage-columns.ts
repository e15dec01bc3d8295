import type { Usage } from '@podium/contracts'

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
] as const satisfies (keyof Usage)[]

export function usageValues(usage: Usage): (number | null)[] {
  return usageColumns.map((column) => usage[column])
}
