import { type FaultName, faultNames } from '@podium/gateway-simulator'
import type { GatewaySimulator, Listening, ProfileName } from '@podium/gateway-simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLiteLLMAdmin, createLiteLLMClient } from '../../../src/index.ts'
import { type Answers, askAll, type Asking, errorsOf, readyAnswers } from './ask-all.ts'
import { canary, showsCanary } from './canary.ts'
import { harmless as recovered, outcomes } from './fault-outcomes.ts'
import { judge } from './judge-outcome.ts'
import { ledgerOf } from './ledger.ts'
import { createWorld } from './world.ts'

/** Where only the deadline ends the call it is short; else it leaves time for 200 MB on a busy machine. */
const deadlineOf = (name: FaultName) => (['hang', 'drip'].includes(name) ? 3000 : 60_000)

/** Every fault of the catalogue, met by one release. */
export function describeFaults(profile: ProfileName): void {
  const out = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
  let gateway: GatewaySimulator
  let listening: Listening
  let clean: Answers

  beforeAll(async () => {
    gateway = createWorld(profile, 1, { teams: 3, hours: 11 })
    listening = await gateway.listen()
    // What a gateway offers is learnt by the first questions, and told with the next answers.
    clean = await withCallers(60_000, async (asking) => {
      await askAll(asking, gateway)
      return askAll(asking, gateway)
    })
    expect(readyAnswers(clean)).toEqual(gateway.profile.spendLogsRoute ? 5 : 4)
  })
  afterAll(async () => {
    await listening.close()
    expect(showsCanary(out.flatMap((spy) => spy.mock.calls))).toBe(false)
    for (const spy of out) spy.mockRestore()
  })

  async function withCallers<T>(deadlineMs: number, use: (asking: Asking) => Promise<T>) {
    const options = { baseUrl: listening.url, deadlineMs, maxBytes: 8 * 1024 * 1024 }
    const client = createLiteLLMClient({ ...options, apiKey: canary })
    const admin = createLiteLLMAdmin({ ...options, adminKey: canary })
    try {
      return await use({ client, admin })
    } finally {
      await Promise.all([client.close(), admin.close()])
    }
  }

  test.each(faultNames)(
    '%s has the outcome that the matrix names, and leaves nothing behind',
    async (name) => {
      await withCallers(deadlineOf(name), async (asking) => {
        await askAll(asking, gateway)
        const injection = gateway.faults.inject(name)
        const found = await askAll(asking, gateway)
        injection.clear()

        const ledger = ledgerOf(gateway)
        expect(judge(found, { outcomes: outcomes[name], clean, ledger })).toEqual([])
        expect(injection.hits()).toBeGreaterThanOrEqual(Object.keys(found).length)
        expect(showsCanary([errorsOf(found), asking])).toBe(false)

        const after = await askAll(asking, gateway)
        expect(judge(after, { outcomes: recovered, clean, ledger })).toEqual([])
      })
    },
  )
}
