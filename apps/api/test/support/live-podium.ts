import type { ProfileName } from '@podium/gateway-simulator'
import { expect } from 'vitest'
import type { z } from 'zod'
import { testApp } from './test-app.ts'
import { watchGateway } from './watched-gateway.ts'

const minuteMs = 60_000

type World = {
  startsAt: number
  minutes: number
  profile?: ProfileName
  /** As the environment of the program. */
  env?: Record<string, string>
}

/** A simulated gateway that was watched by the minute, and the whole app over what was seen. */
export async function livePodium({ startsAt, minutes, profile = '1.109', env = {} }: World) {
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
  const { get, routes } = await testApp({ store, now, env })
  const truth = simulator.truth.readable().filter(({ teamId }) => teamId !== 'litellm-dashboard')
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
