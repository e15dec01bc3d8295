import type { NextLever, TeamDetail } from '@podium/contracts'
import { boardRow, boardWith } from './board.ts'

const { window, left_out } = boardWith([])
const { usage, score } = boardRow('Latent Lions', 3_840_000)
const models = [{ model: 'gpt-5-mini', usage }]

/** A team of which everything is known. */
export function teamWith(other: Partial<TeamDetail> = {}): TeamDetail {
  return {
    data_version: 1,
    window,
    left_out,
    team: { id: 't_Latent Lions', name: 'Latent Lions', gone: false, mark: 0, blocked: false },
    usage,
    momentum: 12,
    score,
    rank: { rank: 1, of: 2 },
    series: {
      bucket: 'hour',
      measure: 'tokens',
      by: 'model',
      starts: ['2026-11-21T10:00:00Z', '2026-11-21T11:00:00Z', '2026-11-21T12:00:00Z'],
      lines: [
        {
          key: 'gpt-5-mini',
          label: 'gpt-5-mini',
          kind: 'model',
          placed: [40_000, null, 90_000],
          unplaced: null,
          unplaced_total: 12_000,
          total: 142_000,
        },
      ],
    },
    keys: [{ id: 'k_1', alias: null, usage, last_seen_at: null, models }],
    models,
    budget: {
      max_usd: 1500,
      spent_usd: 1287.4,
      period: '30d',
      resets_at: '2026-11-24T00:00:00Z',
      runway_minutes: 9,
    },
    badges: ['ironclad'],
    ...other,
  }
}

export const nextLever: NextLever = {
  data_version: 1,
  window,
  left_out,
  team: { id: 't_Latent Lions', name: 'Latent Lions', gone: false, mark: 0 },
  score: 91.9,
  lever: {
    kind: 'cache',
    gain_pts: 4.4,
    current: 0.31,
    target: 0.6,
    unit: 'share',
    model: null,
    move: null,
  },
}
