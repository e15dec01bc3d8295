import { detailError } from '../../gateway/answers.ts'
import type { DailyRow } from '../../ledger/row-store.ts'
import { seesEverything } from '../context.ts'
import type { GatewayRequest } from '../context.ts'
import { findDateProblem } from './dates.ts'

export type Scope =
  | { ok: true; from: string; to: string; rows: DailyRow[] }
  | { ok: false; answer: Response }

/** The rows that the caller may see and asks for, or the error answer of this release. */
export function selectRows({ gateway, query, caller }: GatewayRequest): Scope {
  const { profile, engine, world } = gateway
  const from = query.get('start_date') ?? ''
  const to = query.get('end_date') ?? ''
  const asked = splitList(query.get('team_ids'))
  const excluded = splitList(query.get('exclude_team_ids'))
  const refuse = (answer: Response): Scope => ({ ok: false, answer })

  let allowed: readonly string[] | null = asked.length === 0 ? null : asked
  let ownKeys: ReadonlySet<string> | null = null
  if (!seesEverything(caller)) {
    const { user } = caller
    if (user === null) return refuse(detailError(404, { error: 'User= None not found' }))
    const foreign = asked.find((team) => !user.teamIds.includes(team))
    if (foreign !== undefined) {
      const error = `User does not belong to Team= ${foreign}. Call \`/user/info\` to see user's teams`
      return refuse(detailError(404, { error }))
    }
    allowed = asked.length === 0 ? user.teamIds : asked
    if (!profile.memberSeesWholeTeam) {
      const keys = [...world.keys.values()].filter((key) => key.userId === user.id)
      ownKeys = new Set(keys.map((key) => key.token))
    }
  }
  if (from === '' || to === '') {
    return refuse(detailError(400, { error: 'Please provide start_date and end_date' }))
  }
  const model = query.get('model')
  const apiKey = query.get('api_key')
  const rows = engine.rows
    .between(from, to)
    .filter(
      (row) =>
        (allowed === null || allowed.includes(row.teamId)) &&
        !excluded.includes(row.teamId) &&
        (ownKeys === null || ownKeys.has(row.apiKey)) &&
        (model === null || row.model === model) &&
        (apiKey === null || row.apiKey === apiKey),
    )
  return { ok: true, from, to, rows }
}

/** The same for the routes that check their dates and refuse more than 400 days. */
export function selectCheckedRows(request: GatewayRequest): Scope {
  const scope = selectRows(request)
  if (!scope.ok) return scope
  const answer = findDateProblem(scope.from, scope.to, {
    reversedIsRefused: request.gateway.profile.reversedRangeIsRefused,
    mostDays: 400,
  })
  return answer === null ? scope : { ok: false, answer }
}

/** Split at the comma, nothing trimmed: a space after it makes another id. */
function splitList(text: string | null): string[] {
  return text === null || text === '' ? [] : text.split(',')
}
