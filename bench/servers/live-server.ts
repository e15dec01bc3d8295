// The product's stream with its middleware and its server, and nothing to stream but what it is told to.
import { createAccess } from '@podium/api/src/access/create-access.ts'
import { parseConfig } from '@podium/api/src/config.ts'
import { authenticate } from '@podium/api/src/http/middleware/authenticate.ts'
import { checkHost } from '@podium/api/src/http/middleware/check-host.ts'
import { setStandardHeaders } from '@podium/api/src/http/middleware/standard-headers.ts'
import { startServer } from '@podium/api/src/http/server.ts'
import { liveRoute } from '@podium/api/src/http/routes/live.ts'
import type { Served } from '@podium/api/src/http/served.ts'
import { createHub } from '@podium/api/src/live/hub.ts'
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { z } from 'zod'

const Order = z.object({ publish: z.int().nullable() })

const most = 10_000
const config = parseConfig({ PORT: '0' }, () => '')
const { site, host: bound } = config
const secret = Buffer.from('of the bench')
const access = createAccess({
  config: config.access,
  site,
  bound,
  secret,
  now: Date.now,
  warn: () => undefined,
})
const hub = createHub({
  epoch: 'bench',
  hello: () => ({ version: 'bench', data_version: 0 }),
  random: Math.random,
  maxClients: most,
})
const live = liveRoute({ access, hub, livePerAddress: most })
const app = new Hono<Served>()
app.use(requestId())
app.use(setStandardHeaders({ demo: false, publicUrl: null }))
app.use(checkHost(access.hosts))
app.use(authenticate(access))
app.get(live.path, (c) => {
  if (live.kind !== 'raw') throw new TypeError('the stream answers for itself')
  return live.handle(c)
})
const server = await startServer(app, {
  host: bound,
  port: 0,
  headers: {},
  onRefused: () => undefined,
})

/** As it is after a rest: what is garbage is not what a client costs. */
function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

process.on('message', (message) => {
  const { publish } = Order.parse(message)
  if (publish === null) return process.send?.({ clients: hub.clients(), bytes: memory() })
  const sentAt = performance.timeOrigin + performance.now()
  hub.publish('data', { sentAt, text: 'x'.repeat(publish) })
  return process.send?.({ sentAt })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ port: Number(new URL(server.address).port) })
