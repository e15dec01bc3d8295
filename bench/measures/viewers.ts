import { setTimeout as sleep } from 'node:timers/promises'
import { openListeners } from '../load/open-listeners.ts'
import { startHammer } from '../load/start-hammer.ts'
import { atMost, type Measure } from '../measure.ts'
import { ask } from '../pinned.ts'
import { startWatching } from '../servers/watching-server.ts'

const pollSeconds = 5
const seconds = 60
/** A minute after its start it reads once from the gateway's logs when today's traffic came. */
const untilSettled = 90_000
const viewers = 500
const askers = 50

/** What viewers cost the gateway: nothing. */
export const viewersCost: Measure = {
  id: 'p5',
  name: `P5: calls to the gateway with ${viewers} viewers`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const { port, calls } = await startWatching(parts, {
      POLL_SECONDS: String(pollSeconds),
      HISTORY_DAYS: '0',
      LIVE_PER_ADDRESS: String(viewers + 1),
    })
    await sleep(untilSettled)

    const callsOf = async (work: Promise<unknown>) => {
      const before = calls()
      await work
      return ((calls() - before) / seconds) * pollSeconds
    }
    const alone = await callsOf(sleep(seconds * 1000))
    await openListeners(parts, { port, clients: viewers })
    const hammer = await startHammer(parts)
    const head = `GET /api/v1/status HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`
    const watched = await callsOf(ask(hammer, { port, head, connections: askers, seconds }))
    return [
      atMost('calls a poll without a viewer', alone, 'calls', 3, 'promised'),
      atMost('calls a poll with them', watched, 'calls', 3, 'promised'),
      atMost(
        'with them beyond without',
        watched - alone,
        'calls',
        0.2,
        'the same, but for one call a minute more or less',
      ),
    ]
  },
}
