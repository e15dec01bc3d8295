import type { Board, BoardRow, Usage } from '@podium/contracts'

export const noUsage: Usage = {
  tokens: 0,
  prompt_tokens: 0,
  completion_tokens: 0,
  cache_read_tokens: 0,
  cache_creation_tokens: 0,
  requests: 0,
  successes: 0,
  failures: 0,
  spend_usd: 0,
  unpriced: false,
  unpriced_tokens: 0,
  success_rate: null,
  reliability: null,
  cost_per_1k_tokens: null,
  cost_per_success: null,
  output_per_usd: null,
  cache_hit_share: null,
}

const part = (value: number, weight: number) => ({ value, weight })

/** A ranked team; its id is made of its name. */
export function boardRow(name: string, value: number, other: Partial<BoardRow> = {}): BoardRow {
  return {
    rank: 1,
    movement: 0,
    team: { id: `t_${name.slice(0, 20)}`, name, gone: false, mark: 0 },
    value,
    value_before: null,
    usage: { ...noUsage, tokens: value, requests: 40, spend_usd: 4.67, success_rate: 98.8 },
    momentum: 12,
    score: {
      total: 91.9,
      parts: {
        efficiency: part(0.9, 0.35),
        reliability: part(0.98, 0.25),
        volume: part(1, 0.2),
        cache: { value: null, weight: 0 },
        breadth: part(0.8, 0.1),
      },
    },
    sparkline: [1, 4, null, 3],
    budget: null,
    ...other,
  }
}

const nothing = { tokens: 0, requests: 0, spend_usd: 0, unpriced: false, unpriced_tokens: 0 }
/** Nothing that is not ranked. */
export const noneLeftOut = { unassigned: nothing, dashboard: nothing }

export function boardWith(rows: BoardRow[], other: Partial<Board> = {}): Board {
  return {
    data_version: 1,
    read_at: '2026-11-21T12:00:00Z',
    window: {
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-22T00:00:00Z',
      tz: 'UTC',
      basis: 'days',
      unread_days: [],
      before_history: [],
      uncertain: null,
      unplaced: null,
    },
    left_out: noneLeftOut,
    measure: 'tokens',
    failures_recorded: true,
    rows: rows.map((row, index) => ({ ...row, rank: index + 1 })),
    unranked: [],
    idle: [],
    unassigned: null,
    dashboard: null,
    totals: noUsage,
    sparkline: { start: '2026-11-21T00:00:00Z', bucket_seconds: 3600 },
    score_from: { requests: 20, completion_tokens: 1000 },
    par: 35_000,
    weights: { efficiency: 0.35, reliability: 0.25, volume: 0.2, cache: 0.1, breadth: 0.1 },
    ...other,
  }
}
