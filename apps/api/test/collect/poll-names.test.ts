import { createGatewaySimulator, type ProfileName } from '@podium/gateway-simulator'
import { createLiteLLMClient } from '@podium/litellm-client'
import { expect, onTestFinished, test } from 'vitest'
import { createActivityPoll } from '../../src/collect/poll-activity.ts'
import { createPricesPoll, createTeamsPoll } from '../../src/collect/poll-names.ts'
import { openTestStore } from '../support/open-test-store.ts'

const minuteMs = 60_000
const midnight = Date.parse('2026-11-20T00:00:00Z')
const { signal } = new AbortController()

/** A simulated gateway on a virtual clock, and everything that polls it. */
async function watch(profile: ProfileName) {
  let at = midnight
  const now = () => at
  const startsAt = midnight - 60 * minuteMs
  const simulator = createGatewaySimulator({ profile, seed: 3, teams: 4, startsAt, now })
  const server = await simulator.listen()
  onTestFinished(() => server.close())
  const client = createLiteLLMClient({ baseUrl: server.url, apiKey: simulator.keys.master })
  onTestFinished(() => client.close())
  const store = await openTestStore()
  const deps = { client, store, now }
  const activity = await createActivityPoll({ ...deps, pollMs: minuteMs, historyDays: 0 })
  return {
    simulator,
    store,
    pass: (minutes: number) => (at += minutes * minuteMs),
    activity: () => activity(signal, () => undefined),
    teams: createTeamsPoll(deps),
    prices: createPricesPoll(deps),
  }
}

test.each([
  ['1.81', true],
  ['1.109', false],
] as const)('of release %s prices with stars are noted: %s', async (profile, isNoted) => {
  const { simulator, prices } = await watch(profile)
  // The groups would tell the operator's prices in full.
  simulator.faults.inject('forbidden', { route: '/model_group/info' })
  const kinds = (await prices(signal)).map(({ kind }) => kind)
  expect(kinds.includes('prices_masked')).toBe(isNoted)
})
