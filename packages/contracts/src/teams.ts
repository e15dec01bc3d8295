import { z } from 'zod'
import { Budget, Score, TeamName } from './board.ts'
import { Series } from './series.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

/** `GET /api/v1/teams`: every team that is listed or has traffic, by name. */
export const Teams = z.object({ data_version: z.int().min(0), teams: z.array(TeamName) })
export type Teams = z.infer<typeof Teams>

export const UsageOfModel = z.object({ model: z.string(), usage: Usage })
export type UsageOfModel = z.infer<typeof UsageOfModel>

export const UsageOfKey = z.object({
  /** Public id. */
  id: z.string(),
  alias: z.string().nullable(),
  usage: Usage,
  models: z.array(UsageOfModel),
})
export type UsageOfKey = z.infer<typeof UsageOfKey>

export const Badge = z.enum([
  'first_light',
  'ironclad',
  'cache_craft',
  'polyglot',
  'featherweight',
  'local_hero',
  'comeback',
  'climber',
  'steady_hand',
  'photo_finish',
])
export type Badge = z.infer<typeof Badge>

/** `GET /api/v1/teams/{id}`. */
export const TeamDetail = z.object({
  data_version: z.int().min(0),
  window: Window,
  team: TeamName.extend({ blocked: z.boolean() }),
  usage: Usage,
  momentum: z.number().nullable(),
  score: Score.nullable(),
  /** Place by tokens among `of` teams with traffic; `null` without traffic. */
  rank: z.object({ rank: z.int().min(1), of: z.int().min(1) }).nullable(),
  /** By model, in the bucket that suits the window. */
  series: Series,
  /** Most tokens first. */
  keys: z.array(UsageOfKey),
  models: z.array(UsageOfModel),
  budget: Budget.nullable(),
  badges: z.array(Badge),
})
export type TeamDetail = z.infer<typeof TeamDetail>

/** `GET /api/v1/teams/{id}/next-lever`: the change that is worth most to this team's score. */
export const NextLever = z.object({
  data_version: z.int().min(0),
  window: Window,
  team: TeamName,
  /** `null` where nothing is left to gain. */
  lever: z
    .object({
      kind: z.enum(['qualify', 'efficiency', 'reliability', 'volume', 'cache', 'breadth']),
      /** Points of the score that reaching `target` would add; `null` for `qualify`. */
      gain: z.number().nullable(),
      current: z.number().nullable(),
      target: z.number(),
      /** What `current` and `target` count. */
      unit: z.enum(['requests', 'tokens', 'tokens_per_usd', 'percent', 'share', 'models']),
    })
    .nullable(),
})
export type NextLever = z.infer<typeof NextLever>
