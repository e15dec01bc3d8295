import type { Counters } from '@podium/litellm-client'
import { dashboardTeam, nameTeams } from '../analytics/team-names.ts'
import { sum } from '../domain/counters.ts'
import type { TeamTotal } from '../domain/traffic.ts'
import type { PublicIds } from '../analytics/public-ids.ts'
import { roundUsd } from '../domain/dollars.ts'
import { startOfDay } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import { gauge, type Family, type Labels } from './family.ts'

type Deps = { store: Pick<Store, 'teams' | 'teamTotals'>; publicIds: PublicIds }

/** More teams than a workshop has; the rest is one series, so that a large gateway does not drown its Prometheus. */
const mostTeams = 1000

type Row = { labels: Labels; counters: Counters }

/**
 * What the teams used on this UTC day. Gauges, not counters: the gateway takes things back, and a counter that falls
 * would be taken for a restart and counted once more.
 */
export async function teamFamilies({ store, publicIds }: Deps, day: string): Promise<Family[]> {
  const [teams, totals] = await Promise.all([
    store.teams(),
    store.teamTotals({ from: day, to: day }),
  ])
  const names = new Map(nameTeams(teams, publicIds).map(({ teamId, name }) => [teamId, name]))
  const rows = totals.flatMap(({ teamId, counters }): Row[] => {
    const name = teamId === null ? undefined : names.get(teamId)
    return name === undefined ? [] : [{ labels: { team: name.id, name: name.name }, counters }]
  })
  const ranked = rows.toSorted((a, b) => tokens(b.counters) - tokens(a.counters))
  const shown = ranked.slice(0, mostTeams)
  const rest = ranked.slice(mostTeams)
  return [
    gauge(
      'podium_day_start_timestamp_seconds',
      'Beginning of the UTC day that podium_team_day_… are about.',
      startOfDay(day) / 1000,
    ),
    ...leftOutFamilies(totals),
    ...measures.map(({ name, help, parts }): Family => ({
      type: 'gauge',
      name: `podium_team_day_${name}`,
      help,
      samples: parts.flatMap(({ of, labels }) => [
        ...shown.map((row) => ({
          labels: { ...row.labels, ...labels },
          value: roundUsd(of(row.counters)),
        })),
        ...(rest.length === 0
          ? []
          : [{ labels: { ...others, ...labels }, value: roundUsd(sumOf(rest, of)) }]),
      ]),
    })),
  ]
}

/** What of the day belongs to no team: with it the teams are the gateway's day. */
function leftOutFamilies(totals: readonly TeamTotal[]): Family[] {
  const rowsOf = (kind: string, wanted: string | null) => ({
    labels: { kind },
    counters: sum(totals.filter(({ teamId }) => teamId === wanted).map((row) => row.counters)),
  })
  const rows = [rowsOf('unassigned', null), rowsOf('dashboard', dashboardTeam)]
  const family = (name: string, help: string, of: (counters: Counters) => number): Family => ({
    type: 'gauge',
    name: `podium_left_out_day_${name}`,
    help,
    samples: rows.map(({ labels, counters }) => ({ labels, value: of(counters) })),
  })
  return [
    family('tokens', 'Tokens of this UTC day that belong to no team.', tokens),
    family('requests', 'Requests of this UTC day that belong to no team.', (row) => row.requests),
    family('spend_dollars', 'US dollars of this UTC day that belong to no team.', (row) =>
      roundUsd(row.spendUsd),
    ),
  ]
}

const others = { team: 'others', name: '' }

const measures: readonly {
  name: string
  help: string
  parts: readonly { of: (counters: Counters) => number; labels: Labels }[]
}[] = [
  {
    name: 'tokens',
    help: 'Tokens of this UTC day so far; both types are all of them.',
    parts: [
      { of: ({ promptTokens }) => promptTokens, labels: { type: 'prompt' } },
      { of: ({ completionTokens }) => completionTokens, labels: { type: 'completion' } },
    ],
  },
  {
    name: 'cache_read_tokens',
    help: 'Prompt tokens of this UTC day that came from a cache.',
    parts: [{ of: ({ cacheReadTokens }) => cacheReadTokens, labels: {} }],
  },
  {
    name: 'spend_dollars',
    help: 'US dollars of this UTC day so far.',
    parts: [{ of: ({ spendUsd }) => spendUsd, labels: {} }],
  },
  {
    name: 'requests',
    help: 'Requests of this UTC day so far, by how they ended.',
    parts: [
      { of: ({ successes }) => successes, labels: { outcome: 'success' } },
      { of: ({ failures }) => failures, labels: { outcome: 'failure' } },
    ],
  },
]

function sumOf(rows: readonly Row[], of: (counters: Counters) => number): number {
  return rows.reduce((total, { counters }) => total + of(counters), 0)
}

function tokens({ promptTokens, completionTokens }: Counters): number {
  return promptTokens + completionTokens
}
