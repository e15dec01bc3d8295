import { LiteLLMError } from '../errors/litellm-error.ts'
import type { GatewayHttp } from '../http/client.ts'
import { tallyAnswer, type TalliedAnswer } from './tally-answer.ts'

/** One UTC day: of all teams, of some, or of all but some, which is how traffic without a team is asked for. */
export interface DayRequest {
  date: string
  teams: { only: readonly string[] } | { except: readonly string[] }
  signal: AbortSignal | undefined
}

export function isForAllTeams({ teams }: DayRequest): boolean {
  return 'except' in teams && teams.except.length === 0
}

export function fetchActivity(
  http: GatewayHttp,
  route: '/team/daily/activity' | '/team/daily/activity/aggregated',
  { date, teams, signal }: DayRequest,
  extra: Readonly<Record<string, string>>,
): Promise<TalliedAnswer> {
  const query = new URLSearchParams({ start_date: date, end_date: date, ...extra })
  if ('only' in teams) query.set('team_ids', teams.only.join(','))
  else if (teams.except.length > 0) query.set('exclude_team_ids', teams.except.join(','))
  return http.readJson({ route, query, signal }, (json) => {
    const answer = tallyAnswer(json, date)
    assertRequestedTeams(answer.tally.teams.keys(), teams)
    return answer
  })
}

/** A gateway that ignores the filter would have its rows counted several times. */
function assertRequestedTeams(ids: Iterable<string>, teams: DayRequest['teams']): void {
  const only = 'only' in teams
  const named = new Set(only ? teams.only : teams.except)
  for (const id of ids) {
    if (named.has(id) !== only) {
      throw new LiteLLMError('schema', { detail: 'activity of a team that was not asked for' })
    }
  }
}
