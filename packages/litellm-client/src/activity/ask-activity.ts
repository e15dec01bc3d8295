import { LiteLLMError } from '../errors/litellm-error.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { tallyAnswer, type TalliedAnswer } from './tally-answer.ts'

/** One UTC day: of all teams, of some, or of all but some (which is how traffic without a team is asked for). */
export interface DayQuestion {
  date: string
  teams: { only: readonly string[] } | { except: readonly string[] }
  signal: AbortSignal | undefined
}

export function isAboutAll({ teams }: DayQuestion): boolean {
  return 'except' in teams && teams.except.length === 0
}

export function askActivity(
  exchange: Exchange,
  route: '/team/daily/activity' | '/team/daily/activity/aggregated',
  { date, teams, signal }: DayQuestion,
  extra: Readonly<Record<string, string>>,
): Promise<TalliedAnswer> {
  const query = new URLSearchParams({ start_date: date, end_date: date, ...extra })
  if ('only' in teams) query.set('team_ids', teams.only.join(','))
  else if (teams.except.length > 0) query.set('exclude_team_ids', teams.except.join(','))
  return exchange.ask({ route, query, signal }, async (body) => {
    const answer = await tallyAnswer(body, date)
    mustBeAskedFor(answer.tally.teams.keys(), teams)
    return answer
  })
}

/** The rows of a gateway that ignored the filter would be counted several times. */
function mustBeAskedFor(ids: Iterable<string>, teams: DayQuestion['teams']): void {
  const only = 'only' in teams
  const named = new Set(only ? teams.only : teams.except)
  for (const id of ids) {
    if (named.has(id) !== only) {
      throw new LiteLLMError('schema', { detail: 'activity of a team that was not asked for' })
    }
  }
}
