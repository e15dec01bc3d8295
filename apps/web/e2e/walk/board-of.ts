import type { Board, BoardMeasure, BoardRow, Score } from '@podium/contracts'
import type { Cast } from './cast.ts'
import { noUsage, usageOf } from './usage-of.ts'

const weights = { efficiency: 0.35, reliability: 0.25, volume: 0.15, cache: 0.15, breadth: 0.1 }
const movements = [0, 2, -1, null, 0, -3, 1, 12]
const points = 24
const minute = 60_000

type Asked = {
  cast: Cast
  measure: BoardMeasure
  /** The later a board is asked for, the more everybody has. */
  growth: number
  now: number
}

/** A board of these teams, in their order by every measure. */
export function boardOf({ cast, measure, growth, now }: Asked): Board {
  const all = cast.map((team, index) => rowOf(team, index + 1, measure, growth))
  const isApart = measure === 'score' && cast.length > 2
  return {
    data_version: Math.round(1000 * growth),
    read_at: new Date(now - 4000).toISOString(),
    window: windowAt(now),
    left_out: leftOut,
    measure,
    failures_recorded: true,
    rows: isApart ? all.slice(0, -2) : all,
    unranked: isApart ? all.slice(-2).map(warmingUp) : [],
    idle: [],
    unassigned: cast.length > 2 ? usageOf(40, growth) : null,
    dashboard: null,
    totals: usageOf(1, growth * 2.6),
    sparkline: { start: new Date(now - points * 15 * minute).toISOString(), bucket_seconds: 900 },
    score_from: { requests: 20, completion_tokens: 1000 },
    par: 41_200,
    weights,
  }
}

export function windowAt(now: number): Board['window'] {
  const midnight = new Date(now)
  midnight.setUTCHours(0, 0, 0, 0)
  return {
    from: midnight.toISOString(),
    to: new Date(now).toISOString(),
    tz: 'Europe/Berlin',
    basis: 'minutes',
    unread_days: [],
    before_history: [],
    unplaced: { tokens: 0, requests: 0, spend_usd: 0 },
    uncertain: null,
  }
}

const nothing = { tokens: 0, requests: 0, spend_usd: 0, unpriced: false, unpriced_tokens: 0 }

/** A small part of the gateway's traffic belongs to no team. */
export const leftOut: Board['left_out'] = {
  unassigned: { ...nothing, tokens: 1_204_381, requests: 417, spend_usd: 1.207 },
  dashboard: nothing,
}

export function scoreOf(place: number): Score {
  const value = (by: number) => Math.max(0.04, 1 - place * by)
  const parts = {
    efficiency: { value: place % 9 === 8 ? null : value(0.021), weight: 0.35 },
    reliability: { value: value(0.004), weight: 0.25 },
    volume: { value: value(0.016), weight: 0.15 },
    cache: { value: value(0.027), weight: 0.15 },
    breadth: { value: value(0.03), weight: 0.1 },
  }
  const total = Object.values(parts).reduce((sum, part) => sum + (part.value ?? 0) * part.weight, 0)
  return { total: Math.round(1000 * total) / 10, parts }
}

function rowOf(
  team: BoardRow['team'],
  place: number,
  measure: BoardMeasure,
  growth: number,
): BoardRow {
  const usage = usageOf(place, growth)
  const momentum = usage.completion_tokens / 480
  const score = scoreOf(place)
  const values: Record<BoardMeasure, number> = {
    tokens: usage.tokens,
    spend: 900 / place,
    requests: usage.requests,
    success: 100 - place * 0.07,
    efficiency: 412_000 / place,
    momentum,
    score: score.total,
  }
  return {
    rank: place,
    movement: movements[place % movements.length] ?? null,
    team,
    value: values[measure],
    value_before: place % 4 === 0 ? null : values[measure] * (1 - (place % 5) / 100),
    usage,
    momentum,
    score,
    sparkline: Array.from({ length: points }, (_, at) =>
      at < place % 5 ? null : Math.round((usage.tokens / 40) * (1 + Math.sin(at * place))),
    ),
    budget: null,
  }
}

function warmingUp(row: BoardRow): BoardRow {
  const usage = { ...noUsage, tokens: 5200, completion_tokens: 640, requests: 7, successes: 7 }
  return { ...row, rank: null, movement: null, value: null, score: null, usage }
}
