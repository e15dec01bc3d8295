import { z } from 'zod'
import { BoardMeasure } from './measure.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

/** A team as every answer names it. */
export const TeamName = z.object({
  /** Public id. */
  id: z.string(),
  /** The alias, made unique where two teams share one. */
  name: z.string(),
  /** The gateway no longer lists it. */
  gone: z.boolean(),
})
export type TeamName = z.infer<typeof TeamName>

export const ScorePart = z.object({
  /** 0–1; `null` is not known for this team, and its weight goes to the other parts. */
  value: z.number().min(0).max(1).nullable(),
  /** The weight that it has in this team's score, 0–1. */
  weight: z.number().min(0).max(1),
})
export type ScorePart = z.infer<typeof ScorePart>

export const ScoreParts = z.object({
  efficiency: ScorePart,
  reliability: ScorePart,
  volume: ScorePart,
  cache: ScorePart,
  breadth: ScorePart,
})
export type ScoreParts = z.infer<typeof ScoreParts>

export const Score = z.object({ total: z.number().min(0).max(100), parts: ScoreParts })
export type Score = z.infer<typeof Score>

export const Budget = z.object({
  max_usd: z.number().nullable(),
  /** The gateway's own counter of this budget, which starts anew with each of its periods. */
  spent_usd: z.number().nullable(),
  /** As the gateway words it, for example `30d`. */
  period: z.string().nullable(),
  resets_at: z.iso.datetime().nullable(),
  /** At the present pace; `null` without a limit or without spending. */
  runway_minutes: z.number().nullable(),
})
export type Budget = z.infer<typeof Budget>

export const BoardRow = z.object({
  /** `null` is not ranked. Equal ranks do not occur: ties are broken by a written rule. */
  rank: z.int().min(1).nullable(),
  /** Places gained since 15 minutes ago by the same measure and filter; `null` is not known. */
  movement: z.int().nullable(),
  team: TeamName,
  /** Of the measure; `null` is not known. */
  value: z.number().nullable(),
  usage: Usage,
  /** Completion tokens per minute, weighted towards the last five; `null` where minutes are not known. */
  momentum: z.number().nullable(),
  /** `null` for a team that is not eligible. */
  score: Score.nullable(),
  /** Tokens by bucket, aligned with `sparkline` of the board; `null` is not known. */
  sparkline: z.array(z.number().nullable()),
  budget: Budget.nullable(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** What of a row may be asked for: its parts, and those of its `usage` one by one. */
export const BoardField = z.enum([
  ...BoardRow.keyof().options,
  ...Usage.keyof().options.map((name) => `usage.${name}` as const),
])
export type BoardField = z.infer<typeof BoardField>

/** `GET /api/v1/board`. */
export const Board = z.object({
  data_version: z.int().min(0),
  /** When the gateway was last read with success; `null` is never. */
  read_at: z.iso.datetime().nullable(),
  window: Window,
  measure: BoardMeasure,
  /** False where the whole gateway shows no failure in 1,000 requests or more: its error log is probably off. */
  failures_recorded: z.boolean(),
  rows: z.array(BoardRow),
  /** Too little to rank by this measure: warming up. */
  unranked: z.array(BoardRow),
  /** Teams without any traffic in the window, by name. */
  idle: z.array(TeamName),
  /** Traffic without a team; `null` is none. */
  unassigned: Usage.nullable(),
  /** Of the teams on this board, without `unassigned`. */
  totals: Usage,
  sparkline: z.object({ start: z.iso.datetime(), bucket_seconds: z.int().min(60) }),
  /** The weights of the score before redistribution. */
  weights: z.object({
    efficiency: z.number(),
    reliability: z.number(),
    volume: z.number(),
    cache: z.number(),
    breadth: z.number(),
  }),
})
export type Board = z.infer<typeof Board>
