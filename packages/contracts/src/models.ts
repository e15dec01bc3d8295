import { z } from 'zod'
import { TeamName } from './board.ts'
import { MatrixMeasure, SeriesMeasure } from './measure.ts'
import { Usage } from './usage.ts'
import { Window } from './window.ts'

/** Dollars per million tokens; `null` is unknown. */
export const ListPrice = z.object({
  input: z.number().nullable(),
  output: z.number().nullable(),
  cache_read: z.number().nullable(),
  cache_creation: z.number().nullable(),
})
export type ListPrice = z.infer<typeof ListPrice>

export const ModelRow = z.object({
  /** The public name, which the gateway calls a model group. */
  model: z.string(),
  /** `mixed` where several serve it; `null` is unknown. */
  provider: z.string().nullable(),
  underlying: z.array(z.string()),
  /** As listed; `null` where the gateway names no price. */
  list_price: ListPrice.nullable(),
  /** Dollars that were really paid per million tokens; `null` without tokens. */
  paid_per_1m_tokens: z.number().nullable(),
  /** Teams that used it. */
  teams: z.int().min(0),
  /** 0–1, of all tokens. */
  share: z.number().nullable(),
  /** Dollars that reading from the cache saved, less what writing to it cost; `null` is unknown. */
  cache_saving_usd: z.number().nullable(),
  usage: Usage,
})
export type ModelRow = z.infer<typeof ModelRow>

/** `GET /api/v1/models`: most tokens first, then those without traffic by name. */
export const Models = z.object({
  data_version: z.int().min(0),
  window: Window,
  models: z.array(ModelRow),
  totals: Usage,
})
export type Models = z.infer<typeof Models>

/** `GET /api/v1/matrix`: team × model. */
export const Matrix = z.object({
  data_version: z.int().min(0),
  window: Window,
  measure: MatrixMeasure,
  /** Most tokens first, both. */
  teams: z.array(TeamName),
  models: z.array(z.string()),
  /** `cells[team][model]`; `null` is no traffic, or not known. */
  cells: z.array(z.array(z.number().nullable())),
})
export type Matrix = z.infer<typeof Matrix>

/** `GET /api/v1/hours`: hour of the day × day of the week, in the window's zone. */
export const Hours = z.object({
  data_version: z.int().min(0),
  window: Window,
  measure: SeriesMeasure,
  /** `cells[weekday][hour]`: Monday first, 24 each; `null` is an hour that the window does not hold or nobody watched. */
  cells: z.array(z.array(z.number().nullable())),
  /** What has no known hour. */
  unplaced_total: z.number(),
})
export type Hours = z.infer<typeof Hours>
