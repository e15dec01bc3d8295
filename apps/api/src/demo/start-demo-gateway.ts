import { createGatewaySimulator } from '@podium/gateway-simulator'
import type { Gateway } from '../config.ts'
import { pastInstants } from './past-instants.ts'

/** The collector's clock, which can be set to an instant of the past; `null` is the present. */
type Clock = { now: () => number; pretend: (at: number | null) => void }
/** As much of a source as the past takes; activity is read at each instant of it, all the rest once before. */
type Source = { name: string; poll: (signal: AbortSignal) => Promise<void> }

export type DemoGateway = Gateway & {
  /** Lives through a day and more with the collector watching, so that the board has a past. */
  live: (sources: readonly Source[], signal: AbortSignal) => Promise<void>
  close: () => Promise<void>
}

/** A simulated gateway of our own, on the collector's clock. */
export async function startDemoGateway(clock: Clock): Promise<DemoGateway> {
  const present = clock.now()
  const instants = pastInstants(present)
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 7,
    teams: 12,
    startsAt: instants[0] ?? present,
    now: clock.now,
    flushSeconds: 5,
  })
  const server = await simulator.listen()
  return {
    baseUrl: server.url,
    apiKey: simulator.keys.master,
    live: async (sources, signal) => {
      try {
        clock.pretend(instants[0] ?? present)
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
    close: () => server.close(),
  }
}
