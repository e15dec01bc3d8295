import { expect, test } from 'vitest'
import { driftTexts } from '../../../src/features/trust/drift-texts.ts'
import { noteText } from '../../../src/features/trust/note-text.ts'
import { trustFacts } from '../../../src/features/trust/trust-facts.ts'
import { words as en } from '../../../src/i18n/messages/en/index.ts'
import { trustDetails } from '../../../src/i18n/messages/en/rooms/trust-details.ts'
import { createFormat } from '../../../src/lib/format.ts'
import { noneLeftOut } from '../../support/board.ts'
import { statusWith } from '../../support/status.ts'

const amount = (tokens: number) => ({ tokens, requests: 1, spend_usd: 1 })

test('before anything was read nothing is claimed', () => {
  expect(trustFacts(statusWith({ history: { days: 40, unread: null } }))).toEqual({
    gateway: 'ok',
    poll_seconds: 10,
    placedPercent: null,
    driftPercent: null,
    isReconciled: false,
    history: null,
    leftOutTokens: 0,
    corrections: 0,
    notes: 0,
  })
})

test('nothing is claimed of a gateway that cannot be read', () => {
  const { reconciliation, sources } = statusWith({})
  const well = { reconciliation: { ...reconciliation, reconciled: true } }
  const lost = sources.map((source) => ({ ...source, state: 'down' as const }))
  expect(trustFacts(statusWith(well)).isReconciled).toBe(true)
  expect(trustFacts(statusWith({ ...well, sources: lost })).isReconciled).toBe(false)
})

test('coverage is of today, drift of what was charged', () => {
  const facts = trustFacts(
    statusWith({
      days: [
        {
          day: '2026-11-21',
          read_at: '2026-11-21T12:00:00Z',
          source: 'rollup',
          gateway: amount(1000),
          total: amount(1000),
          left_out: {
            unassigned: { ...noneLeftOut.unassigned, tokens: 40 },
            dashboard: { ...noneLeftOut.dashboard, tokens: 2 },
          },
          placed: amount(982),
          not_placed: { baseline: amount(18) },
        },
      ],
      reconciliation: {
        reconciled: false,
        days: [],
        waiting: 0,
        drift: {
          since: '2026-11-21T00:00:00Z',
          until: '2026-11-21T12:00:00Z',
          meter_usd: 49.99,
          booked_usd: 50,
          drift_usd: -0.01,
          teams: 3,
          drifting: 1,
        },
        worst: [],
      },
    }),
  )
  expect(facts.placedPercent).toBe(98.2)
  expect(facts.driftPercent).toBeCloseTo(0.02)
  expect(facts.leftOutTokens).toBe(42)
})

test('a team that drifts is told by name, dollars, since when and likely why', () => {
  const format = createFormat('en', en.units, 'UTC')
  const { reconciliation } = statusWith({})
  const span = { since: '2026-11-21T09:00:00Z', until: '2026-11-21T09:05:00Z' }
  const all = { ...span, meter_usd: 1, booked_usd: 0.5, drift_usd: 0.5, teams: 12, drifting: 3 }
  const lost = { ...all, team: 't_1', name: 'Red Team', cause: 'rows_lost' as const }
  const behind = { ...lost, name: 'Blue Team', drift_usd: -0.02, cause: 'counter_behind' as const }
  const texts = driftTexts(
    { ...reconciliation, drift: all, worst: [lost, behind], waiting: 1 },
    trustDetails.drifts,
    format,
  )
  expect(texts[0]).toMatch(/^Red Team: \$0\.50 that the gateway charged since .*9:00.* are missing/)
  expect(texts[1]).toMatch(/^Blue Team: the gateway counted \$0\.02 more since /)
  expect(texts.slice(2)).toEqual([
    'One more team drifts.',
    'One team has not been compared with what the gateway charged.',
  ])
})

test('a note says what to do, and one that nobody knows is still shown', () => {
  const format = createFormat('en', en.units, 'UTC')
  const note = { kind: 'models_unpriced', day: null, count: 1, models: ['qwen3-32b'] }
  expect(noteText(note, trustDetails.notes, format)).toBe(
    'One model has no price, so its spend is not known. Set input_cost_per_token on it in the gateway. (qwen3-32b)',
  )
  expect(
    noteText(
      { ...note, kind: 'moon_phase', day: '2026-11-21', models: [] },
      trustDetails.notes,
      format,
    ),
  ).toBe('Nov 21, 2026: moon_phase: 1')
})
