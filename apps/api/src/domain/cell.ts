import type { Counters } from '@podium/litellm-client'

/** Where a whole holds more than its provable parts, the rest is booked here. */
export const other = 'other'

/** Team × model × key of one UTC day. `teamId` null is traffic without a team. */
export type CellName = { teamId: string | null; model: string; key: string }

export type Cell = CellName & { keyAlias: string | null; counters: Counters }

/** No two names give the same text, whatever is in an id. For maps in memory only. */
export function cellId({ teamId, model, key }: CellName): string {
  return JSON.stringify([teamId, model, key])
}
