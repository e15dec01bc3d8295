import type { NextLever, TeamDetail, TeamName } from '@podium/contracts'
import { leftOut, scoreOf, windowAt } from './board-of.ts'
import { usageOf } from './usage-of.ts'

const models = ['gpt-5-mini', 'claude-sonnet-4-5-20250929', 'qwen3-coder-480b-a35b-instruct-fp8']
const minute = 60_000

/** Everything that the card of a team can show. */
export function teamOf(team: TeamName, place: number, of: number, now: number): TeamDetail {
  const byModel = models.map((model, index) => ({ model, usage: usageOf(place + index * 3) }))
  const starts = Array.from({ length: 60 }, (_, at) =>
    new Date(now - (60 - at) * 15 * minute).toISOString(),
  )
  const usage = usageOf(place)
  return {
    data_version: 1,
    window: windowAt(now),
    left_out: leftOut,
    team: { ...team, blocked: place % 4 === 0 },
    usage,
    momentum: usage.completion_tokens / 480,
    score: scoreOf(place),
    rank: { rank: place, of },
    series: {
      bucket: '15min',
      measure: 'tokens',
      by: 'model',
      starts,
      lines: models.slice(0, 2).map((model, index) => ({
        key: model,
        label: model,
        kind: 'model',
        placed: starts.map((_, at) =>
          at % 23 === 7 ? null : 40_000 * (1 + Math.sin(at / (4 + index))),
        ),
        unplaced: null,
        unplaced_total: 12_000,
        total: usage.tokens,
      })),
    },
    keys: ['ci-pipeline', null, 'notebook of a person with a long name'].map((alias, index) => ({
      id: `k_${index}`,
      alias,
      usage: usageOf(place + index * 2),
      last_seen_at: index === 1 ? null : new Date(now - (index + 1) * 90_000).toISOString(),
      models: byModel.slice(index),
    })),
    models: byModel,
    budget: {
      max_usd: 15_000,
      spent_usd: 12_287.4,
      period: '30d',
      resets_at: new Date(now + 3 * 1440 * minute).toISOString(),
      runway_minutes: 431,
    },
    badges: ['first_light', 'ironclad', 'cache_craft', 'polyglot', 'steady_hand'],
  }
}

export function nextLeverOf(team: TeamName, now: number): NextLever {
  return {
    data_version: 1,
    window: windowAt(now),
    left_out: leftOut,
    team,
    score: 91.9,
    lever: {
      kind: 'efficiency',
      gain_pts: 4.4,
      current: 41_000,
      target: 97_000,
      unit: 'tokens_per_usd',
      model: null,
      move: { from: 'claude-sonnet-4.5', to: 'gpt-5-mini', share: 2 / 3, saves_usd: 2.6 },
    },
  }
}
