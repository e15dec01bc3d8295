import type { Board, BoardMeasure } from '@podium/contracts'
import type { ShownRow } from '../../api/shown-board.ts'

export type Missing = { what: 'requests' | 'output'; have: number; least: number }

/** Whoever gets nothing but errors needs help, not a place. */
export function isFailing({ usage }: ShownRow): boolean {
  return usage.requests > 0 && usage.success_rate === 0
}

/** What keeps a team from its rank, the nearer end first; `null` where it is nothing that can be counted. */
export function missingFor(
  { usage }: ShownRow,
  { measure, scoreFrom }: { measure: BoardMeasure; scoreFrom: Board['score_from'] },
): Missing | null {
  if (measure !== 'score') return null
  const { requests, completion_tokens: output } = usage
  if (requests < scoreFrom.requests)
    return { what: 'requests', have: requests, least: scoreFrom.requests }
  if (output < scoreFrom.completion_tokens)
    return { what: 'output', have: output, least: scoreFrom.completion_tokens }
  return null
}
