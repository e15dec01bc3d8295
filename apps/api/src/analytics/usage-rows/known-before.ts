import type { Before, UnknownBecause, Window } from '@podium/contracts'
import type { UnplacedTraffic } from '../../domain/traffic.ts'
import type { Filter } from '../filter.ts'

/** A span as an answer tells it, and what of it nobody can place. */
export type ToldSpan = {
  window: Window
  filter: Filter
  unplaced: { uncertain: readonly UnplacedTraffic[] }
}

/** Whether two spans can be compared: a part that is not known would be taken for a change. */
export function knownBefore(now: ToldSpan, before: ToldSpan): Before {
  const reason = whyUnknown(before) ?? (whyUnknown(now) === null ? null : 'this_span')
  return { window: before.window, known: reason === null, reason }
}

function whyUnknown({ window, filter, unplaced }: ToldSpan): UnknownBecause | null {
  if (window.unread_days.length > 0) return 'unread_day'
  if (window.before_history.length > 0) return 'before_history'
  if (window.uncertain === null) return null
  const isGap = unplaced.uncertain.some(
    ({ teamId, model, reason }) =>
      reason === 'gap' && filter.teams.has(teamId) && (filter.models?.has(model) ?? true),
  )
  return isGap ? 'gap' : 'no_known_time'
}
