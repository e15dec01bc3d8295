import type { BoardMeasure } from '@podium/contracts'
import type { ShownRow } from '../../api/shown-board.ts'

/** From there on a team has a score. */
const enoughRequests = 20
const enoughOutput = 1000

export type Missing = { what: 'requests' | 'output'; have: number; share: number }

/** What keeps a team from its rank, the nearer end first; `null` where it is nothing that can be counted. */
export function missingFor({ usage }: ShownRow, measure: BoardMeasure): Missing | null {
  if (measure !== 'score') return null
  const { requests, completion_tokens: output } = usage
  if (requests < enoughRequests)
    return { what: 'requests', have: requests, share: requests / enoughRequests }
  if (output < enoughOutput) return { what: 'output', have: output, share: output / enoughOutput }
  return null
}
