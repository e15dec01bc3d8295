import type { Conduct } from './conduct.ts'
import type { Sent, Truth } from './truth.ts'

/** Who turned a request down: the model's provider, or the gateway's door for one of three reasons. */
export type Refused = 'upstream' | 'budget' | 'deleted key' | 'unknown key'

export function failureOf({ slot, phase, error = '' }: Sent): Refused {
  if (slot === 'wrong') return 'unknown key'
  if (slot === 'doomed' && phase === 1) return 'deleted key'
  return error.includes('budget_exceeded') ? 'budget' : 'upstream'
}

export function ownerOf(
  { team }: Sent,
  refused: Refused,
  truth: Truth,
  conduct: Conduct,
): string | null {
  if (team === null || refused === 'unknown key' || refused === 'deleted key') return null
  if (refused === 'budget' && conduct.teamOfBudgetRefusals === 'none') return null
  const found = truth.teams.find((each) => each.slot === team)
  if (found === undefined) throw new Error(`the truth has no team ${team}`)
  return found.team_id
}
