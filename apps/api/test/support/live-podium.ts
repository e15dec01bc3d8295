import type { ProfileName } from '@podium/gateway-simulator'
import { expect } from 'vitest'
import type { z } from 'zod'
import { keepStore } from './keep-store.ts'
import { openTestStore } from './open-test-store.ts'
import { testApp } from './test-app.ts'
import { watchGateway } from './watched-gateway.ts'

const minuteMs = 60_000

type World = { startsAt: number; minutes: number; profile?: ProfileName }
/** As the environment of the program. */
type Given = World & { env?: Record<string, string> }

/** Each world is lived through once: it is the same each time. */
const lives = new Map<string, ReturnType<typeof live>>()

/** A simulated gateway that was watched by the minute, and the whole app over what was seen, in a store of its own. */
export async function livePodium({ env = {}, ...world }: Given) {
  const name = JSON.stringify(world)
  const life = lives.get(name) ?? live(world)
  lives.set(name, life)
  const { kept, endsAt, truth } = await life
  const now = () => endsAt
  const store = await openTestStore(now, kept)
  const { get, routes } = await testApp({ store, now, env })
  return {
    store,
    now,
    /** The gateway's own rows, but for its own pages. */
    truth,
    ask: async <Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> => {
      const response = await get(path)
      expect(response.status, path).toBe(200)
      return schema.parse(await response.json())
    },
    get,
    routes,
  }
}

async function live({ startsAt, minutes, profile = '1.109' }: World) {
  const { simulator, store, now, ...watched } = await watchGateway({
    profile,
    seed: 11,
    startsAt,
    historyDays: 0,
    teams: 12,
    load: 1,
  })
  await watched.pollTeams()
  await watched.pollPrices()
  for (let minute = 0; minute < minutes; minute += 1) {
    watched.moveTo(startsAt + 5000 + minute * minuteMs)
    await watched.pollActivity()
  }
  await store.lease.release()
  return {
    kept: keepStore(store.path),
    endsAt: now(),
    truth: simulator.truth.readable().filter(({ teamId }) => teamId !== 'litellm-dashboard'),
  }
}
