import { profileNames } from '@podium/gateway-simulator'
import type { CallerKeys, GatewaySimulator, Listening } from '@podium/gateway-simulator'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { kindOf } from '../../conformance/refusals.ts'
import { createLiteLLMClient, type LiteLLMClient } from '../../src/index.ts'
import { disagreements } from './support/disagreements.ts'
import { ledgerOf } from './support/ledger.ts'
import { createWorld, span } from './support/world.ts'

describe.each(profileNames)('release %s', (profile) => {
  let gateway: GatewaySimulator
  let listening: Listening
  beforeAll(async () => {
    gateway = createWorld(profile, 5)
    listening = await gateway.listen()
  })
  afterAll(() => listening.close())

  function connect(caller: keyof CallerKeys): LiteLLMClient {
    const client = createLiteLLMClient({ baseUrl: listening.url, apiKey: gateway.keys[caller] })
    onTestFinished(() => client.close())
    return client
  }

  test('an administrator sees what the ledger knows', async () => {
    const client = connect('admin')
    expect(disagreements(await client.dailyActivity(span), ledgerOf(gateway))).toEqual([])
  })

  test('a viewer sees it too, or is told that it may not', async () => {
    const client = connect('viewer')
    const { teams, complete } = await client.teams()
    expect([teams.length, complete]).toEqual([6, true])
    const kind = await kindOf(client.dailyActivity(span))
    // 1.74 lets viewers list teams, but not read activity.
    if (profile === '1.74') {
      expect(kind).toBe('viewer_refused')
      return
    }
    expect(kind).toBe('no error')
    expect(disagreements(await client.dailyActivity(span), ledgerOf(gateway))).toEqual([])
  })

  test.each(['member', 'memberViewer', 'team'] as const)(
    'the key of a %s is refused before it gets a part for the whole',
    async (caller) => {
      const client = connect(caller)
      expect(await kindOf(client.teams())).toBe('partial_view')
      expect(await kindOf(client.dailyActivity(span))).toBe('partial_view')
    },
  )

  test.each([
    ['unknown', 'auth'],
    ['malformed', 'auth'],
    ['expired', 'expired_key'],
  ] as const)('an %s key is told as %s', async (caller, kind) => {
    const client = connect(caller)
    expect(await kindOf(client.teams())).toBe(kind)
    expect(await kindOf(client.dailyActivity(span))).toBe(kind)
  })
})
