import { describe, expect, test } from 'vitest'
import { createProfile } from '../../src/index.ts'
import type { Outcome, ProfileName, SentRequest } from '../../src/index.ts'
import { bookRequest } from '../../src/ledger/book-request.ts'
import { deploymentsOf } from '../../src/world/deployments.ts'

const beforeMidnight = Date.parse('2026-11-20T23:59:45Z')
const afterMidnight = Date.parse('2026-11-21T00:00:06Z')

function describeRequest(outcome: Outcome, changes: Partial<SentRequest> = {}): SentRequest {
  return {
    id: 'r',
    outcome,
    startMs: beforeMidnight,
    firstTokenMs: beforeMidnight,
    endMs: beforeMidnight,
    token: 'hash',
    isMasterKey: false,
    teamId: 'team',
    group: 'gpt-5-mini',
    deployment: deploymentsOf('gpt-5-mini')[0] ?? null,
    endpoint: '/chat/completions',
    promptTokens: 1000,
    completionTokens: outcome === 'success' ? 50 : 0,
    cacheReadTokens: outcome === 'success' ? 400 : 0,
    cacheCreationTokens: 0,
    spend: outcome === 'success' ? 0.1 : 0,
    ...changes,
  }
}

/** Team, key, model, group, provider, endpoint. */
function bookNames(profile: ProfileName, outcome: Outcome, changes: Partial<SentRequest> = {}) {
  const row = bookRequest(describeRequest(outcome, changes), createProfile(profile))
  return [row.teamId, row.apiKey, row.model, row.modelGroup, row.provider, row.endpoint]
}

const chat = '/chat/completions'

describe('names of a row', () => {
  test.each([
    ['1.78', 'success', ['team', 'hash', 'gpt-5-mini', 'gpt-5-mini', 'openai', '']],
    ['1.81', 'success', ['team', 'hash', 'openai/gpt-5-mini', 'gpt-5-mini', 'openai', chat]],
    ['1.78', 'provider failed', ['team', '', 'gpt-5-mini', 'gpt-5-mini', '', '']],
    ['1.81', 'provider failed', ['team', 'hash', 'openai/gpt-5-mini', 'gpt-5-mini', '', '']],
    ['1.99', 'provider failed', ['team', 'hash', 'openai/gpt-5-mini', 'gpt-5-mini', 'openai', '']],
    [
      '1.109',
      'provider failed',
      ['team', 'hash', 'openai/gpt-5-mini', 'gpt-5-mini', 'openai', chat],
    ],
    ['1.78', 'budget exceeded', ['', '', 'gpt-5-mini', '', '', '']],
    ['1.81', 'budget exceeded', ['', 'hash', 'gpt-5-mini', '', '', '']],
    ['1.99', 'budget exceeded', ['team', 'hash', 'gpt-5-mini', '', '', '']],
    [
      '1.109',
      'budget exceeded',
      ['team', 'hash', 'openai/gpt-5-mini', 'gpt-5-mini', 'openai', chat],
    ],
    ['1.81', 'deleted key', ['', 'hash', 'gpt-5-mini', '', '', '']],
  ] as const)('%s books %s', (profile, outcome, names) => {
    expect(bookNames(profile, outcome)).toEqual(names)
  })

  // Only what reaches the router is merged: at the door the name stays.
  test.each([
    ['1.81', 'unknown model', ['team', 'hash', 'gpt-6', '', '', '']],
    ['1.109', 'unknown model', ['team', 'hash', 'unknown-model', '', '', chat]],
    ['1.99', 'budget exceeded', ['team', 'hash', 'gpt-6', '', '', '']],
    ['1.109', 'budget exceeded', ['team', 'hash', 'gpt-6', '', '', chat]],
    ['1.109', 'deleted key', ['', 'hash', 'gpt-6', '', '', chat]],
  ] as const)('%s books %s for a model that does not exist', (profile, outcome, names) => {
    expect(bookNames(profile, outcome, { deployment: null, group: 'gpt-6' })).toEqual(names)
  })

  test('a refusal at the door is of no deployment where the group has several', () => {
    const booked = deploymentsOf('mistral-small').map((deployment) =>
      bookNames('1.109', 'budget exceeded', { deployment, group: 'mistral-small' }),
    )
    const names = ['team', 'hash', 'mistral-small', '', '', chat]
    expect(booked).toEqual([names, names])
  })

  test('the master key is a hash at first and a text later', () => {
    expect(bookNames('1.81', 'success', { isMasterKey: true })[1]).toBe('hash')
    expect(bookNames('1.99', 'success', { isMasterKey: true })[1]).toBe('litellm_proxy_master_key')
  })
})

describe('counters of a row', () => {
  const count = (profile: ProfileName, outcome: Outcome, changes: Partial<SentRequest> = {}) =>
    bookRequest(describeRequest(outcome, changes), createProfile(profile)).counters

  test('cache reads of OpenAI are lost up to 1.81, those of Anthropic never', () => {
    const anthropic = { deployment: deploymentsOf('claude-haiku-4.5')[0] ?? null }
    expect(count('1.81', 'success').cacheReadTokens).toBe(0)
    expect(count('1.81', 'success', anthropic).cacheReadTokens).toBe(400)
    expect(count('1.84', 'success').cacheReadTokens).toBe(400)
  })

  test('1.74 leaves cache creation out of the prompt', () => {
    expect(count('1.74', 'success', { cacheCreationTokens: 300 }).promptTokens).toBe(700)
    expect(count('1.78', 'success', { cacheCreationTokens: 300 }).promptTokens).toBe(1000)
  })

  test('dispatched failures carry an estimate of the prompt from 1.99 on, refusals never', () => {
    expect(count('1.84', 'rate limited').promptTokens).toBe(0)
    expect(count('1.99', 'rate limited').promptTokens).toBe(900)
    expect(count('1.109', 'budget exceeded').promptTokens).toBe(0)
  })
})

test('a success belongs to the day of its start, an old failure to the day of its end', () => {
  const date = (profile: ProfileName, outcome: Outcome) =>
    bookRequest(describeRequest(outcome, { endMs: afterMidnight }), createProfile(profile)).date
  expect(date('1.81', 'success')).toBe('2026-11-20')
  expect(date('1.104', 'provider failed')).toBe('2026-11-21')
  expect(date('1.109', 'provider failed')).toBe('2026-11-20')
})
