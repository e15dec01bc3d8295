import { profileNames } from '@podium/gateway-simulator'
import type { FaultName, GatewaySimulator, Listening } from '@podium/gateway-simulator'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createLiteLLMClient, type LiteLLMClient, LiteLLMError } from '../../src/index.ts'
import { canary } from './support/canary.ts'
import { disagreements } from './support/disagreements.ts'
import { clamped } from './support/paging-modes.ts'
import { serve } from './support/front.ts'
import { ledgerOf } from './support/ledger.ts'
import { createWorld, span } from './support/world.ts'

async function errorOf(call: Promise<unknown>): Promise<LiteLLMError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof LiteLLMError) return error
  throw new Error('no error of ours', { cause: error })
}

describe.each(profileNames)('release %s', (profile) => {
  let gateway: GatewaySimulator
  let listening: Listening
  beforeAll(async () => {
    gateway = createWorld(profile, 2)
    listening = await gateway.listen()
  })
  afterAll(() => listening.close())

  /** A client that knows the gateway from better days. */
  async function underFault(name: FaultName): Promise<LiteLLMClient> {
    const client = createLiteLLMClient({ baseUrl: listening.url, apiKey: canary })
    onTestFinished(async () => {
      gateway.faults.clear()
      await client.close()
    })
    await client.dailyActivity(span)
    gateway.faults.inject(name)
    return client
  }

  test.each([
    ['rate-limited-seconds', 1_000],
    ['rate-limited-day', 300_000],
    ['rate-limited-garbage', undefined],
    ['rate-limited-negative', undefined],
  ] as const)('%s advises %s ms', async (name, retryAfterMs) => {
    const client = await underFault(name)
    expect((await errorOf(client.teams())).retryAfterMs).toBe(retryAfterMs)
  })

  test('a counter that the gateway does not tell is absent, not zero', async () => {
    const client = await underFault('missing-counters')
    expect((await client.dailyActivity(span)).absent).toContain('promptTokens')
  })

  test('counters that are null are absent, not zero', async () => {
    const client = await underFault('nulls-for-numbers')
    expect((await client.dailyActivity(span)).absent).toEqual(
      expect.arrayContaining([
        'promptTokens',
        'completionTokens',
        'requests',
        'failures',
        'spendUsd',
      ]),
    )
  })

  test('a redirect is named by its host and never followed', async () => {
    const client = await underFault('redirect-elsewhere')
    const { message } = await errorOf(client.teams())
    expect(message).toContain('elsewhere.invalid')
    expect(message).not.toContain('/steal')
  })

  test('hostile names stay names: the numbers do not move', async () => {
    const client = await underFault('hostile-aliases')
    const renamed = ledgerOf(gateway).map((cell) => ({
      ...cell,
      model: cell.model === 'Workshop/Large-EU' ? '__proto__' : cell.model,
    }))
    expect(disagreements(await client.dailyActivity(span), renamed)).toEqual([])
  })

  test('rows that move between pages give exact numbers or none', async () => {
    const ledger = ledgerOf(gateway)
    onTestFinished(() => gateway.faults.clear())
    await using front = await serve(gateway, clamped(25))
    const client = createLiteLLMClient({ baseUrl: front.baseUrl, apiKey: canary })
    gateway.faults.inject('rows-rewritten', { route: '/team/daily/activity' })
    const outcome = await readOrRefuse(client)
    expect(outcome === 'unstable_paging' || disagreements(outcome, ledger).length === 0).toBe(true)
    // Where pages have an order of their own, moving rows do not matter.
    if (gateway.profile.stablePaging) expect(outcome).not.toBe('unstable_paging')
    await client.close()
  })
})

async function readOrRefuse(client: LiteLLMClient) {
  try {
    return await client.dailyActivity(span)
  } catch (error) {
    if (error instanceof LiteLLMError && error.kind === 'unstable_paging') return error.kind
    throw error
  }
}
