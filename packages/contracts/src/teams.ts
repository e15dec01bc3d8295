import { z } from 'zod'
import { Budget, Score, TeamName } from './board.ts'
import { LeftOut } from './amount.ts'
import { dataVersion } from './data-version.ts'
import { Series } from './series.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

export const Teams = z
  .object({
    data_version: dataVersion,
    teams: z.array(TeamName).meta({
      description: 'Every team that the gateway lists or that has traffic, by name.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/teams`.' })
export type Teams = z.infer<typeof Teams>

export const UsageOfModel = z
  .object({
    model: z.string().meta({ description: 'The name that clients ask for.' }),
    usage: Usage,
  })
  .meta({ description: 'The usage of one model.' })
export type UsageOfModel = z.infer<typeof UsageOfModel>

export const UsageOfKey = z
  .object({
    id: z.string().meta({
      description: 'The public id of the key; Podium makes it from the hash at the gateway.',
    }),
    alias: z.string().nullable().meta({ description: 'The name of the key; `null` is none.' }),
    usage: Usage,
    last_seen_at: z.iso.datetime().nullable().meta({
      description:
        'The end of the last minute of the window in which the key was used; `null` where it has no known minute in its last 14 days.',
    }),
    models: z.array(UsageOfModel).meta({
      description: 'What the key used each model for, most tokens first.',
    }),
  })
  .meta({ description: 'The usage of one key.' })
export type UsageOfKey = z.infer<typeof UsageOfKey>

export const Badge = z
  .enum([
    'first_light',
    'ironclad',
    'cache_craft',
    'polyglot',
    'featherweight',
    'local_hero',
    'comeback',
    'climber',
    'steady_hand',
  ])
  .meta({ description: 'An award that the data of the window proves.' })
export type Badge = z.infer<typeof Badge>

export const TeamDetail = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    team: TeamName.extend({
      blocked: z.boolean().meta({ description: 'Whether the gateway blocks the team.' }),
    }).meta({ description: 'The team.' }),
    usage: Usage,
    momentum: z.number().nullable().meta({
      description:
        'Completion tokens per minute, of which the last five minutes weigh half; `null` where minutes are not known.',
    }),
    score: Score.nullable().meta({
      description: 'The score; `null` for a team that has done too little for one.',
    }),
    rank: z
      .object({
        rank: z.int().min(1).meta({ description: 'The place of the team by tokens.' }),
        of: z.int().min(1).meta({ description: 'How many teams have traffic.' }),
      })
      .nullable()
      .meta({ description: 'The place among all teams; `null` without traffic.' }),
    series: Series.meta({ description: 'Tokens by model, in buckets that suit the window.' }),
    keys: z.array(UsageOfKey).meta({ description: 'The keys of the team, most tokens first.' }),
    models: z.array(UsageOfModel).meta({
      description: 'The models that the team used, most tokens first.',
    }),
    budget: Budget.nullable().meta({
      description: 'The budget; `null` where none is known, or the window is in the past.',
    }),
    badges: z.array(Badge).meta({ description: 'What the team has earned in the window.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/teams/{id}`.' })
export type TeamDetail = z.infer<typeof TeamDetail>

export const NextLever = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    team: TeamName,
    score: z.number().min(0).max(100).nullable().meta({
      description: 'The total of the score now; `null` for a team that has too little for one.',
    }),
    lever: z
      .object({
        kind: z.enum(['qualify', 'efficiency', 'reliability', 'volume', 'cache', 'breadth']).meta({
          description:
            'The part of the score to work on; `qualify` is to do enough to get a score at all.',
        }),
        gain_pts: z.number().nullable().meta({
          description:
            'Points that reaching `target` would add to the score; `null` for `qualify`.',
        }),
        current: z.number().nullable().meta({ description: 'Where the team stands, in `unit`.' }),
        target: z.number().meta({ description: 'Where the team should get to, in `unit`.' }),
        unit: z
          .enum(['requests', 'tokens', 'tokens_per_usd', 'percent', 'share', 'models'])
          .meta({ description: 'What `current` and `target` count.' }),
        model: z.string().nullable().meta({
          description:
            'The model to begin with: that with most failures, that with most prompt outside the cache, or one to try. `null` where it is about no single one.',
        }),
        move: z
          .object({
            from: z.string().meta({ description: 'The model to take work from.' }),
            to: z.string().meta({ description: 'The model to give it to.' }),
            share: z.number().min(0).max(1).meta({
              description: 'The part of the completion tokens of `from` that moves, 0–1.',
            }),
            saves_usd: z.number().meta({
              description: 'What that would have saved in the window, in US dollars.',
            }),
          })
          .nullable()
          .meta({ description: 'How to reach an `efficiency`; `null` is not known.' }),
      })
      .nullable()
      .meta({
        description: 'The change that is worth most; `null` where nothing is left to gain.',
      }),
  })
  .meta({
    description:
      'The answer of `GET /api/v1/teams/{id}/next-lever`: what would raise the score of a team most.',
  })
export type NextLever = z.infer<typeof NextLever>
