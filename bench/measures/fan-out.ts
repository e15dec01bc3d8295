import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { frugal } from '../../scripts/bootstrap/frugal.mjs'
import { openListeners } from '../load/open-listeners.ts'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { ask, cores, end, nextMessage, spawnPinned } from '../pinned.ts'

const serverScript = fileURLToPath(new URL('../servers/live-server.ts', import.meta.url))
const events = 11
const eventBytes = 2000

const Port = z.object({ port: z.int() })
const Sent = z.object({ sentAt: z.number() })
const Heard = z.object({ at: z.number() })
const Memory = z.object({ clients: z.int(), bytes: z.int() })

/** How long until the last of so many clients has an event, and what each of them costs the server. */
export function fanOut(clients: number, mostMs: number): Measure {
  return {
    id: 'p4',
    name: `P4: an event of 2 kB for ${clients} live clients`,
    run: async () => {
      await using parts = new AsyncDisposableStack()
      const server = spawnPinned(cores.server, serverScript, {
        flags: ['--expose-gc', ...frugal.flags],
        env: frugal.env,
      })
      parts.defer(() => end(server))
      const { port } = Port.parse(await nextMessage(server))
      // What the first client loads is not what each of them costs.
      const listeners = await openListeners(parts, { port, clients: 1 })
      const before = Memory.parse(await ask(server, { publish: null }))
      await ask(listeners, { port, clients })
      const times: number[] = []
      for (let event = 0; event < events; event += 1) {
        const heard = nextMessage(listeners)
        const [sent, last] = await Promise.all([ask(server, { publish: eventBytes }), heard])
        times.push(Heard.parse(last).at - Sent.parse(sent).sentAt)
        await sleep(200)
      }
      const after = Memory.parse(await ask(server, { publish: null }))
      const each = (after.bytes - before.bytes) / (after.clients - before.clients) / 1024
      const figures: Figure[] = [
        atMost(`last client has it, median of ${events}`, median(times), 'ms', mostMs, 'promised'),
        atMost('memory of the server, each client', each, 'kB', 36, 'promised'),
      ]
      return figures
    },
  }
}
