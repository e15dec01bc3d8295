import type { DailyRow, GatewaySimulator } from '@podium/gateway-simulator'

type Team = { teamId: string; alias: string | null }
type Range = { first: string; last: string; teams: readonly Team[] }

const total = <Row>(rows: readonly Row[], read: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + read(row), 0)
const tokensIn = (rows: readonly DailyRow[]) =>
  total(rows, ({ counters }) => counters.promptTokens + counters.completionTokens)
const spendIn = (rows: readonly DailyRow[]) => total(rows, ({ counters }) => counters.spend)

/** What the six routes have to say of a range, from the rows that the gateway has stored. */
export function expectedAnswers({ truth, profile }: GatewaySimulator, range: Range) {
  const { first, last, teams } = range
  const rows = truth
    .rows()
    .filter(({ date }) => date >= first && date <= last)
    .filter(({ teamId }) => teamId !== '' && teamId !== 'litellm-dashboard')
  const rowsOf = Map.groupBy(rows, ({ teamId }) => teamId)
  const nameOf = new Map(teams.map(({ teamId, alias }) => [teamId, alias ?? `t_${teamId}`]))
  const shown = [...new Set([...nameOf.keys(), ...rowsOf.keys()])]
    .map((id) => ({ id, name: nameOf.get(id) ?? deletedTeam, rows: rowsOf.get(id) ?? [] }))
    .toSorted((a, b) => tokensIn(b.rows) - tokensIn(a.rows) || (a.id < b.id ? -1 : 1))
  const modelOf = (row: DailyRow) => {
    // What has no key belongs to nobody, so nobody can say which team's model it was.
    if (row.apiKey === '') return 'other'
    if (row.modelGroup !== '') return row.modelGroup
    if (profile.emptyGroupFallsBackToModel && row.model !== '') return row.model
    return 'other'
  }
  const byModel = (some: readonly DailyRow[]) =>
    [...Map.groupBy(some, modelOf)]
      .map(([model, ofModel]) => ({ model, rows: ofModel, tokens: tokensIn(ofModel) }))
      .toSorted((a, b) => b.tokens - a.tokens || (a.model < b.model ? -1 : 1))
  const tokens = tokensIn(rows)
  const requests = requestsIn(rows).total_requests
  return {
    sums: {
      tokens: {
        leaderboard: tokens,
        keys: tokens,
        timeseries: tokens,
        models: tokens,
        costEfficiency: tokens,
        hourly: tokens,
      },
      requests: { timeseries: requests, successRate: requests },
    },
    teams: shown.map(({ name, rows: ofTeam }) => [name, tokensIn(ofTeam)]),
    days: daysOf(first, last).map((date) => ({
      date,
      teams: shown.map(({ name, rows: ofTeam }) => {
        const ofDay = ofTeam.filter((row) => row.date === date)
        return { name, tokens: tokensIn(ofDay), ...requestsIn(ofDay) }
      }),
    })),
    success: shown.map(({ name, rows: ofTeam }) => {
      const counts = requestsIn(ofTeam)
      const share = counts.successful_requests / Math.max(1, counts.total_requests)
      return { name, ...counts, success_rate: Number((100 * share).toFixed(2)) }
    }),
    models: byModel(rows).map(({ model, tokens: sum }) => ({ model, tokens: sum })),
    cells: shown.flatMap(({ name, rows: ofTeam }) =>
      byModel(ofTeam).map(({ model, rows: ofModel, tokens: sum }) => ({
        team: name,
        model,
        cost_per_1k_tokens: sum === 0 ? 0 : Number(((1000 * spendIn(ofModel)) / sum).toFixed(4)),
        total_cost: Number(spendIn(ofModel).toFixed(4)),
        total_tokens: sum,
      })),
    ),
  }
}

/** The team that organisers delete after two hours. */
const deletedTeam = 'Dress Rehearsal'

function requestsIn(rows: readonly DailyRow[]) {
  const successful_requests = total(rows, ({ counters }) => counters.successes)
  const failed_requests = total(rows, ({ counters }) => counters.failures)
  const total_requests = successful_requests + failed_requests
  return { total_requests, successful_requests, failed_requests }
}

function daysOf(first: string, last: string): string[] {
  const day = Date.parse(first)
  const count = (Date.parse(last) - day) / 86_400_000 + 1
  return Array.from({ length: count }, (_, index) =>
    new Date(day + index * 86_400_000).toISOString().slice(0, 10),
  )
}
