import { createGatewaySimulator, type ProfileName } from '@podium/gateway-simulator'
import { createLiteLLMClient } from '@podium/litellm-client'
import { onTestFinished } from 'vitest'
import { createActivityPoll } from '../../src/collect/poll-activity.ts'
import { createPricesPoll, createTeamsPoll } from '../../src/collect/poll-names.ts'
import { openTestStore } from './open-test-store.ts'

type Options = {
  profile: ProfileName
  seed: number
  startsAt: number
  historyDays: number
  teams?: number
  load?: number
}

/** A simulated gateway on a virtual clock, and everything that watches it into a real store. */
export async function watchGateway({ profile, seed, startsAt, historyDays, ...world }: Options) {
  let at = startsAt
  const now = () => at
  const simulator = createGatewaySimulator({
    profile,
    seed,
    teams: world.teams ?? 4,
    startsAt,
    now,
    flushSeconds: 5,
    load: world.load ?? 0.3,
  })
  const server = await simulator.listen()
  const client = createLiteLLMClient({ baseUrl: server.url, apiKey: simulator.keys.master })
  onTestFinished(async () => {
    await client.close()
    await server.close()
  })
  const store = await openTestStore(now)
  const activity = await createActivityPoll({ client, store, now, pollMs: 60_000, historyDays })
  const teams = createTeamsPoll({ client, store, now, pollMs: 60_000 })
  const prices = createPricesPoll({ client, store, now })
  const { signal } = new AbortController()
  return {
    simulator,
    client,
    store,
    now,
    moveTo: (instant: number) => {
      at = instant
    },
    pollActivity: () => activity(signal, () => undefined),
    pollTeams: () => teams(signal),
    pollPrices: () => prices(signal),
  }
}
