import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { frugal } from '../../scripts/bootstrap/frugal.mjs'
import { openListeners } from '../load/open-listeners.ts'
import { atMost, median, type Measure } from '../measure.ts'
import { ask, cores, end, nextMessage, spawnPinned } from '../pinned.ts'

const serverScript = fileURLToPath(new URL('../servers/live-server.ts', import.meta.url))
const rawScript = fileURLToPath(new URL('../servers/raw-streams.ts', import.meta.url))
const events = 11
const eventBytes = 2000

const Port = z.object({ port: z.int() })
const Sent = z.object({ sentAt: z.number() })
const Heard = z.object({ at: z.number() })
const Memory = z.object({ clients: z.int(), bytes: z.int() })

type Streams = { server: ChildProcess; port: number; listeners: ChildProcess }

/** How long until the last of so many clients has an event, beside bare sockets, and what each costs the server. */
export function fanOut(clients: number): Measure {
  return {
    id: 'p4',
    name: `P4: an event of 2 kB for ${clients} live clients`,
    run: async () => {
      await using parts = new AsyncDisposableStack()
      const product = await openStreams(parts, serverScript)
      // What the first client loads is not what each of them costs.
      const before = Memory.parse(await ask(product.server, { publish: null }))
      const raw = await openStreams(parts, rawScript)
      for (const { listeners, port } of [product, raw]) await ask(listeners, { port, clients })
      const times: number[] = []
      const rawTimes: number[] = []
      for (let event = 0; event < events; event += 1) {
        times.push(await untilLastHears(product))
        rawTimes.push(await untilLastHears(raw))
      }
      const after = Memory.parse(await ask(product.server, { publish: null }))
      const each = (after.bytes - before.bytes) / (after.clients - before.clients) / 1024
      const limit = median(rawTimes)
      const limitIs = `2 × ${limit.toFixed(1)} ms, the same bytes written to as many bare sockets`
      return [
        atMost(`last client has it, median of ${events}`, median(times), 'ms', 2 * limit, limitIs),
        atMost('memory of the server, each client', each, 'kB', 40, 'promised'),
      ]
    },
  }
}

async function openStreams(parts: AsyncDisposableStack, script: string): Promise<Streams> {
  const { flags, env } = frugal
  const server = spawnPinned(cores.server, script, { flags: ['--expose-gc', ...flags], env })
  parts.defer(() => end(server))
  const { port } = Port.parse(await nextMessage(server))
  return { server, port, listeners: await openListeners(parts, { port, clients: 1 }) }
}

async function untilLastHears({ server, listeners }: Streams): Promise<number> {
  const heard = nextMessage(listeners)
  const [sent, last] = await Promise.all([ask(server, { publish: eventBytes }), heard])
  await sleep(200)
  return Heard.parse(last).at - Sent.parse(sent).sentAt
}
