import type { ModelPrice } from '@podium/litellm-client'
import { expect, test } from 'vitest'
import { noteActivity } from '../../src/ledger/note-activity.ts'
import { notePrices } from '../../src/ledger/note-prices.ts'
import { day, key, team, tokens } from '../support/activity.ts'

const date = '2026-11-21'
/** A release before 1.99. */
const absent = ['cacheSavingsUsd'] as const
const clean = { absent, clientNotes: [], driftedReads: 0, corrections: [] }

test('a day of which nothing is doubtful has no notes', () => {
  const activity = day([team('red', [key('k1', tokens(30))])], { large: [key('k1', tokens(30))] })
  expect(noteActivity({ ...clean, activity })).toEqual([])
})

test('what a day tells about its own quality', () => {
  const failed = { ...tokens(30), requests: 2, successes: 0, failures: 2 }
  const refused = { ...failed, promptTokens: 0 }
  const activity = day([team('red', [key('k1', failed)])], {
    large: [key('k1', failed), key('k2', refused), key('k3', tokens(1))],
  })
  const { counters } = day([], {})
  const correction = { teamId: 'red', model: 'large', key: 'k1', day: date, at: 0, counters }
  const clientNotes = [
    { kind: 'keys_truncated' as const, date, count: 7 },
    { kind: 'pages_walked' as const, date, count: 12 },
    { kind: 'narrowed_by_team' as const, date, count: 3 },
    { kind: 'models_incomplete' as const, date, count: 5 },
  ]
  expect(
    noteActivity({ ...clean, activity, clientNotes, driftedReads: 2, corrections: [correction] }),
  ).toEqual([
    { kind: 'pages_drifted', count: 3, models: [] },
    { kind: 'keys_truncated', count: 7, models: [] },
    { kind: 'models_incomplete', count: 5, models: [] },
    { kind: 'tokens_on_failures', count: 2, models: [] },
    { kind: 'fall_corrected', count: 1, models: [] },
  ])
})

test('failures of a newer gateway have tokens, also those that share a row with successes', () => {
  const mixed = { ...tokens(30), requests: 7, successes: 4, failures: 3 }
  const refused = { ...tokens(0), requests: 2, successes: 0, failures: 2 }

  const activity = day([team('red', [key('k1', mixed), key('k2', refused)])], {
    large: [key('k1', mixed), key('k2', refused)],
    refusing: [key('k2', refused)],
  })
  expect(activity.models[0]?.counters).toMatchObject({ failures: 5 })
  expect(noteActivity({ ...clean, absent: [], activity })).toEqual([
    { kind: 'tokens_on_failures', count: 3, models: [] },
  ])
  expect(noteActivity({ ...clean, activity })).toEqual([])
})

test('a thousand requests without a failure are too good to be true', () => {
  const busy = (requests: number) =>
    day([team('red', [], { ...tokens(1), requests, successes: requests })], {})
  expect(noteActivity({ ...clean, activity: busy(999) })).toEqual([])
  expect(noteActivity({ ...clean, activity: busy(1000) })).toEqual([
    { kind: 'no_failures_recorded', count: 1000, models: [] },
  ])
})

test('names of one model, listed models without a price, prices with stars', () => {
  const price = (model: string, usd: number | null, ...underlyingModels: string[]): ModelPrice => ({
    model,
    providers: [],
    mode: 'chat',
    inputUsdPerToken: usd,
    outputUsdPerToken: usd,
    cacheReadUsdPerToken: null,
    cacheCreationUsdPerToken: null,
    isMasked: false,
    underlyingModels,
  })
  const prices = [
    { ...price('large', 1e-6, 'openai/large', 'azure/large'), isMasked: true },
    price('Team/Large', 1e-6, 'openai/large', 'openai/large'),
    price('small', null, 'openai/small'),
  ]
  const paid = price('paid', null)
  const used = ['large', 'small', 'gone', 'small', 'other', 'paid'].map((model) => ({
    ...{ model, counters: { ...tokens(1), spendUsd: model === 'paid' ? 1 : 0 } },
  }))
  expect(notePrices({ prices: [...prices, paid, price('idle', null)], used })).toEqual([
    { kind: 'names_share_model', count: 2, models: ['Team/Large', 'large'] },
    { kind: 'models_unpriced', count: 1, models: ['small'] },
    { kind: 'prices_masked', count: 1, models: ['large'] },
  ])
})
