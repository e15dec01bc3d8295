import { z } from 'zod'
import { LeftOut } from './amount.ts'
import { dataVersion } from './data-version.ts'
import { BoardMeasure } from './measure.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

export const TeamName = z
  .object({
    id: z.string().meta({
      description: 'The public id of the team; Podium makes it, and it never changes.',
    }),
    name: z.string().meta({
      description: 'The alias of the team, with a short id behind it where two teams share one.',
    }),
    gone: z.boolean().meta({ description: 'Whether the gateway no longer lists the team.' }),
    mark: z.int().min(0).max(48).nullable().meta({
      description:
        'Colour and shape of the team, given at its first sight and kept: no two of 49 teams share one. `null` is traffic without a team.',
    }),
  })
  .meta({ description: 'A team, as every answer names it.' })
export type TeamName = z.infer<typeof TeamName>

export const ScorePart = z
  .object({
    value: z.number().min(0).max(1).nullable().meta({
      description: '0–1; `null` is not known, and the other parts share its weight.',
    }),
    weight: z.number().min(0).max(1).meta({
      description: 'The weight of this part in the score of this team, 0–1.',
    }),
  })
  .meta({ description: 'One part of a score.' })
export type ScorePart = z.infer<typeof ScorePart>

export const ScoreParts = z
  .object({
    efficiency: ScorePart.meta({
      description: 'Completion tokens per dollar, compared with the other teams.',
    }),
    reliability: ScorePart.meta({
      description: 'How surely requests succeed: the lower bound of the success rate.',
    }),
    volume: ScorePart.meta({
      description: 'Completion tokens, compared with the median team; more than that adds nothing.',
    }),
    cache: ScorePart.meta({ description: 'The share of the prompt that came from a cache.' }),
    breadth: ScorePart.meta({ description: 'How many models the team uses, and how evenly.' }),
  })
  .meta({ description: 'The five parts of a score.' })
export type ScoreParts = z.infer<typeof ScoreParts>

export const Score = z
  .object({
    total: z.number().min(0).max(100).meta({
      description: 'The sum of each part times its weight, 0–100.',
    }),
    parts: ScoreParts,
  })
  .meta({ description: 'How well a team uses the gateway, and how that is made up.' })
export type Score = z.infer<typeof Score>

export const Budget = z
  .object({
    max_usd: z.number().nullable().meta({
      description: 'The limit in US dollars; `null` is no limit.',
    }),
    spent_usd: z.number().nullable().meta({
      description:
        'What the gateway itself counts as spent; it begins at 0 again with each period. `null` is not known.',
    }),
    period: z.string().nullable().meta({
      description: 'How long a period is, as the gateway words it, for example `30d`.',
    }),
    resets_at: z.iso.datetime().nullable().meta({ description: 'When the next period begins.' }),
    runway_minutes: z.number().nullable().meta({
      description:
        'Minutes until the limit is reached at the present pace; `null` without a limit or without spending.',
    }),
  })
  .meta({ description: 'The budget of a team at the gateway.' })
export type Budget = z.infer<typeof Budget>

export const BoardRow = z
  .object({
    rank: z.int().min(1).nullable().meta({
      description: 'The place of the team; `null` is unranked. No two teams share a place.',
    }),
    movement: z.int().nullable().meta({
      description:
        'Places gained since 15 minutes ago, by the same measure and filter; `null` is not known.',
    }),
    team: TeamName,
    value: z.number().nullable().meta({
      description: 'The value by which the board is ranked; `null` is not known.',
    }),
    value_before: z.number().nullable().meta({
      description:
        'The same 15 minutes ago, which says whether a gap grows or shrinks; `null` is not known.',
    }),
    usage: Usage,
    momentum: z.number().nullable().meta({
      description:
        'Completion tokens per minute, of which the last five minutes weigh half; `null` where minutes are not known.',
    }),
    score: Score.nullable().meta({
      description: 'The score; `null` for a team that has done too little for one.',
    }),
    sparkline: z.array(z.number().nullable()).meta({
      description:
        'Tokens by bucket; `sparkline` of the board says when they begin. `null` is not known.',
    }),
    budget: Budget.nullable().meta({
      description: 'The budget; `null` where none is known, or the board is about the past.',
    }),
  })
  .meta({ description: 'One team on the board.' })
export type BoardRow = z.infer<typeof BoardRow>

export const BoardField = z
  .enum([
    ...BoardRow.keyof().options,
    ...Usage.keyof().options.map((name) => `usage.${name}` as const),
  ])
  .meta({ description: 'A field of a row, or one of its `usage`, that may be asked for alone.' })
export type BoardField = z.infer<typeof BoardField>

const weight = z.number()

export const Board = z
  .object({
    data_version: dataVersion,
    read_at: z.iso.datetime().nullable().meta({
      description: 'When the gateway was last read successfully; `null` is never.',
    }),
    window: Window,
    left_out: LeftOut,
    measure: BoardMeasure,
    failures_recorded: z.boolean().meta({
      description:
        'False where the whole gateway shows no failure in 1,000 requests or more: its error log is probably off.',
    }),
    rows: z.array(BoardRow).meta({ description: 'The ranked teams, best first.' }),
    unranked: z.array(BoardRow).meta({
      description:
        'Teams with too little traffic to be ranked by this measure, and those of which every request failed.',
    }),
    idle: z.array(TeamName).meta({
      description: 'Teams that certainly had no traffic in the window, by name.',
    }),
    unassigned: Usage.nullable().meta({
      description: 'Traffic that belongs to no team; `null` is none.',
    }),
    dashboard: Usage.nullable().meta({
      description: 'Traffic of the gateway’s own pages; `null` is none.',
    }),
    totals: Usage.meta({
      description: 'The usage of the teams on this board, without `unassigned`.',
    }),
    sparkline: z
      .object({
        start: z.iso.datetime().meta({ description: 'When the first bucket begins.' }),
        bucket_seconds: z.int().min(60).meta({ description: 'How long each bucket is.' }),
      })
      .meta({ description: 'The buckets that the sparklines of all rows share.' }),
    score_from: z
      .object({
        requests: z.int().meta({ description: 'So many requests, successful and failed.' }),
        completion_tokens: z.int().meta({ description: 'So many completion tokens.' }),
      })
      .meta({ description: 'What a team needs to have a score; with less it warms up.' }),
    par: z.number().nullable().meta({
      description:
        'The completion tokens that fill the part `volume` of a score: those of the median team; `null` while no team has a score.',
    }),
    weights: z
      .object({
        efficiency: weight.meta({ description: 'Weight of `efficiency`.' }),
        reliability: weight.meta({ description: 'Weight of `reliability`.' }),
        volume: weight.meta({ description: 'Weight of `volume`.' }),
        cache: weight.meta({ description: 'Weight of `cache`.' }),
        breadth: weight.meta({ description: 'Weight of `breadth`.' }),
      })
      .meta({ description: 'The weights of a score of which every part is known.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/board`.' })
export type Board = z.infer<typeof Board>
