import { expect, test } from 'vitest'
import { noteText } from '../../../src/features/trust/note-text.ts'
import { trustFacts } from '../../../src/features/trust/trust-facts.ts'
import { words as en } from '../../../src/i18n/messages/en/index.ts'
import { createFormat } from '../../../src/lib/format.ts'
import { statusWith } from '../../support/status.ts'

const amount = (tokens: number) => ({ tokens, requests: 1, spend_usd: 1 })

test('before anything was read nothing is claimed', () => {
  expect(trustFacts(statusWith({ history: { days: 40, unread: null } }))).toEqual({
    gateway: 'ok',
    poll_seconds: 10,
    placedPercent: null,
    driftPercent: null,
    isBalanced: false,
    history: null,
    corrections: 0,
    notes: 0,
  })
})

test('coverage is of today, drift of what is booked', () => {
  const facts = trustFacts(
    statusWith({
      days: [
        {
          day: '2026-11-21',
          read_at: '2026-11-21T12:00:00Z',
          source: 'rollup',
          gateway: amount(1000),
          total: amount(1000),
          placed: amount(982),
          not_placed: { baseline: amount(18) },
        },
      ],
      reconciliation: {
        days: [],
        drift: {
          since: '2026-11-21T00:00:00Z',
          until: '2026-11-21T12:00:00Z',
          meter_usd: 50.01,
          booked_usd: 50,
          drift_usd: -0.01,
          teams: 3,
        },
        worst: [],
      },
    }),
  )
  expect(facts.placedPercent).toBe(98.2)
  expect(facts.driftPercent).toBeCloseTo(0.02)
})

test('a note says what to do, and one that nobody knows is still shown', () => {
  const format = createFormat('en', en.units, 'UTC')
  const note = { kind: 'models_unpriced', day: null, count: 1, models: ['qwen3-32b'] }
  expect(noteText(note, en.trust.notes, format)).toBe(
    'Models without a price: 1. Their spend is 0. Give them input_cost_per_token in the gateway. (qwen3-32b)',
  )
  expect(
    noteText(
      { ...note, kind: 'moon_phase', day: '2026-11-21', models: [] },
      en.trust.notes,
      format,
    ),
  ).toBe('Nov 21, 2026: moon_phase: 1')
})
