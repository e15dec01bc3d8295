import type { Window } from '@podium/contracts'
import type { LocationQuery } from 'vue-router'

/** The address of what is shown now, which says the same to anybody, in any zone and at any time. */
export function pinnedAddress(
  query: LocationQuery,
  { from, to, tz, basis }: Pick<Window, 'from' | 'to' | 'tz' | 'basis'>,
): LocationQuery {
  const rest = Object.entries(query).filter(([name]) => name !== 'range')
  return { ...Object.fromEntries(rest), from, to, tz, ...(basis === 'days' && { basis }) }
}
