import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { atMost, type Measure } from '../measure.ts'
import { ask, cores, end, nextMessage, spawnPinned } from '../pinned.ts'
import { readPort } from '../servers/read-port.ts'
import { countCalls } from '../upstream/count-calls.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const pollSeconds = 5
const seconds = 60
const viewers = 500
const askers = 50

/** What viewers cost the gateway: nothing. */
export const viewersCost: Measure = {
  id: 'p5',
  name: `P5: calls to the gateway with ${viewers} viewers`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const simulator = createGatewaySimulator({
      profile: '1.109',
      seed: 7,
      teams: 30,
      startsAt: Date.now(),
      now: Date.now,
      flushSeconds: 1,
    })
    const gateway = await simulator.listen()
    parts.defer(() => gateway.close())
    const counted = await countCalls(gateway.url)
    parts.defer(counted.close)
    const cwd = mkdtempSync(join(tmpdir(), 'podium-bench-'))
    parts.defer(() => rmSync(cwd, { recursive: true }))
    const env = {
      PORT: '0',
      POLL_SECONDS: String(pollSeconds),
      HISTORY_DAYS: '0',
      REQUESTS_PER_SECOND: '0',
      LIVE_PER_ADDRESS: String(viewers + 1),
      LITELLM_BASE_URL: counted.url,
      LITELLM_API_KEY: simulator.keys.master,
    }
    const server = spawnPinned(cores.server, path('../../apps/api/dist/main.js'), { cwd, env })
    parts.defer(() => end(server))
    const port = await readPort(server)
    const moving = setInterval(() => simulator.advance(Date.now()), 500)
    parts.defer(() => clearInterval(moving))
    await sleep(2 * pollSeconds * 1000)

    const callsOf = async (work: Promise<unknown>) => {
      const before = counted.calls()
      await work
      return ((counted.calls() - before) / seconds) * pollSeconds
    }
    const alone = await callsOf(sleep(seconds * 1000))
    const listeners = spawnPinned(cores.client, path('../load/listeners.ts'))
    parts.defer(() => end(listeners))
    await nextMessage(listeners)
    await ask(listeners, { port, clients: viewers })
    const hammer = spawnPinned(cores.client, path('../load/hammer.ts'))
    parts.defer(() => end(hammer))
    await nextMessage(hammer)
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
