import type { TeamDetail } from '@podium/contracts'
import type { StoredKey } from '../../domain/listings.ts'
import type { TeamRequests } from '../../domain/time-slice.ts'
import { describeBoard, type BoardInput } from '../board/describe-board.ts'
import { contenders, standingsOf, trafficBefore } from '../board/placing.ts'
import { trafficByTeam } from '../team-usage.ts'
import type { KeyModel, TeamModel } from '../../domain/traffic.ts'
import type { PublicIds } from '../public-ids.ts'
import { usageOf } from '../usage.ts'
import { isCovered } from '../is-covered.ts'
import { badgesOf } from './badges.ts'
import { usageOfKeys, usageOfModels } from './usage-of-keys.ts'

type Input = Omit<BoardInput, 'measure'> & {
  teamId: string
  cells: readonly KeyModel[]
  keys: readonly StoredKey[]
  requests: readonly TeamRequests[]
  /** What came in the last half hour. */
  lately: readonly TeamModel[]
  /** Epoch seconds, by key. */
  seen: ReadonlyMap<string, number>
  publicIds: PublicIds
}

type Described = Omit<TeamDetail, 'data_version' | 'window' | 'left_out' | 'team' | 'series'>

const climbSeconds = 1800

/** One team among all the others, its place by tokens. */
export function describeTeam(input: Input): Described {
  const { teamId, filter, publicIds, termsOf } = input
  const isAsked = ({ model }: { model: string }) => filter.models?.has(model) ?? true
  const { rows } = describeBoard({ ...input, measure: 'tokens' })
  const publicId = publicIds.team(teamId)
  const row = rows.find(({ team }) => team.id === publicId)
  const board = trafficByTeam(input.rows, filter)
  const team = board.find((each) => each.teamId === teamId)
  const requests = input.requests.filter(isAsked)
  return {
    usage: usageOf(team?.models ?? [], termsOf),
    momentum: row?.momentum ?? null,
    score: row?.score ?? null,
    rank: typeof row?.rank === 'number' ? { rank: row.rank, of: rows.length } : null,
    keys: usageOfKeys(input.cells.filter(isAsked), {
      labels: input.keys,
      seen: input.seen,
      publicIds,
      termsOf,
    }),
    models: usageOfModels(team?.models ?? [], termsOf),
    budget: row?.budget ?? null,
    badges:
      team === undefined
        ? []
        : badgesOf({ team, board, seen: requests, termsOf, climbed: climbed(input) }),
  }
}

/** Places gained by tokens in half an hour; `null` where nobody watched it. */
function climbed(input: Input): number | null {
  const { teamId, filter, window, coverage } = input
  const asOf = input.asOf - climbSeconds
  if (asOf < window.from || !isCovered(coverage, { from: asOf, to: input.asOf })) return null
  const now = trafficByTeam(input.rows, filter)
  const before = trafficBefore(now, trafficByTeam(input.lately, filter))
  const rank = (teams: typeof now, ago: number) =>
    standingsOf(contenders({ ...input, teams, ago }), 'tokens').get(teamId)?.rank
  const [was, is] = [rank(before, climbSeconds / 60), rank(now, 0)]
  return was === undefined || is === undefined ? null : was - is
}
