import { createLiteLLMClient } from '@podium/litellm-client'
import { createClock } from '../../src/collect/clock.ts'
import { gatewaySources } from '../../src/collect/gateway-sources.ts'
import { parseConfig } from '../../src/config.ts'
import { startDemoGateway } from '../../src/demo/start-demo-gateway.ts'
import { addDays, utcDate } from '../../src/domain/utc-day.ts'
import { openTestStore } from '../support/open-test-store.ts'
import { testApp } from '../support/test-app.ts'

/** The demo as it is when somebody opens it at this instant, its past lived through, and what its gateway says then. */
export async function liveDemo(present: number) {
  const clock = createClock(
    () => present,
    () => 0,
  )
  const demo = await startDemoGateway(
    { gateway: clock, engines: createClock() },
    parseConfig({}, () => '').inference,
  )
  const client = createLiteLLMClient(demo)
  const store = await openTestStore(clock.now)
  const publish = () => Promise.resolve()
  const deps = { client, store, now: clock.now, pollMs: 10_000, historyDays: 1, publish }
  const { signal } = new AbortController()
  try {
    const sources = await gatewaySources(deps)
    await demo.live(sources, signal)
    for (const { name, poll } of sources) if (name === 'activity') await poll(signal)
    const today = utcDate(present)
    const { days } = await client.dailyActivity({ from: addDays(today, -1), to: today })
    const { get } = await testApp({ store, now: clock.now })
    return { days, ask: async (path: string): Promise<unknown> => await (await get(path)).json() }
  } finally {
    await client.close()
    await demo.close()
  }
}
