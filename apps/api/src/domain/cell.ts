import type { Counters } from '@podium/litellm-client'

/** Where a whole holds more than its provable parts, the rest is booked here. */
export const other = 'other'

/** Team × model × key of one UTC day. `teamId` null is traffic without a team. */
export type CellName = { teamId: string | null; model: string; key: string }

export type Cell = CellName & { counters: Counters }

/** The lengths keep any two names apart, whatever is in them. For maps in memory only. */
export function cellId({ teamId, model, key }: CellName): string {
  return `${teamId === null ? '-' : teamId.length} ${model.length} ${teamId ?? ''}${model}${key}`
}
