import { createGatewaySimulator } from '@podium/gateway-simulator'
import type { Gateway } from '../config.ts'
import type { InferenceConfig } from '../config/inference.ts'
import { hourMs, minuteMs } from '../domain/utc-day.ts'
import type { DemoClocks } from './demo-clock.ts'
import { pastInstants } from './past-instants.ts'
import { startDemoEngines, type DemoEngines } from './start-demo-engines.ts'

/** As much of a source as the past takes; activity is read at each instant of it, all the rest once before. */
type Source = { name: string; poll: (signal: AbortSignal) => Promise<void> }

export type DemoGateway = Gateway & {
  /** The engines of its local models, and their GPUs. */
  room: DemoEngines
  /** Lives through a day and more with the collector watching, so that the board has a past. */
  live: (sources: readonly Source[], signal: AbortSignal) => Promise<void>
  close: () => Promise<void>
}

const seed = 7
/** Long enough to have a race, and short enough for a quarter of an hour to change places. */
const openMs = 3.5 * hourMs
/** The end of a day before, so that there is something to compare with; it lies outside of 24 hours. */
const dayBeforeMs = 1.75 * hourMs
/** One o'clock of one of the traffic model's days: many places change then, and the hill goes on for hours. */
const presentMinute = (43 * 24 + 13) * 60

/** Whenever somebody looks they see the same workshop at its best, however early it is and whatever the day. */
function rehearsed(startsAt: number, present: number) {
  const minutes = Math.floor(present / minuteMs) - Math.floor(startsAt / minuteMs)
  return {
    firstMinute: presentMinute - minutes,
    quiet: { from: startsAt + dayBeforeMs, to: present - openMs },
    moods: true,
  }
}

/** A simulated gateway of our own, on the collector's clock, with engines behind it. */
export async function startDemoGateway(
  { gateway: clock, engines }: DemoClocks,
  configured: InferenceConfig,
): Promise<DemoGateway> {
  const present = clock.now()
  const instants = pastInstants(present)
  const startsAt = instants[0] ?? present
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed,
    teams: 12,
    startsAt,
    now: clock.now,
    flushSeconds: 5,
    ...rehearsed(startsAt, present),
  })
  const server = await simulator.listen()
  const ours = { gateway: simulator, clock: engines, configured, seed, present }
  const room = await startDemoEngines(ours)
  return {
    room,
    baseUrl: server.url,
    apiKey: simulator.keys.master,
    live: async (sources, signal) => {
      try {
        clock.pretend(startsAt)
        const activity = sources.filter(({ name }) => name === 'activity')
        for (const { poll } of sources.filter((source) => !activity.includes(source)))
          await poll(signal)
        for (const at of instants) {
          if (signal.aborted) break
          clock.pretend(at)
          for (const { poll } of activity) await poll(signal)
        }
      } catch (error) {
        // A read that was called off is no fault.
        if (!signal.aborted) throw error
      } finally {
        clock.pretend(null)
      }
    },
    close: async () => {
      await Promise.all([room.close(), server.close()])
    },
  }
}
