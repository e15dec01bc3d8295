// The other limit: a plain Hono app with the middleware that Podium has, sending one answer that it is sent.
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { createServer } from 'node:http'
import { pino } from 'pino'
import { Histogram, Registry } from 'prom-client'
import { z } from 'zod'

const Answer = z.object({
  status: z.union([z.literal(200), z.literal(304)]),
  headers: z.array(z.string()),
  body: z.instanceof(Uint8Array).nullable(),
})

let body: Buffer<ArrayBuffer> | null = null
let headers: Record<string, string> = {}

const log = pino({ base: null }, { write: (line: string) => process.stdout.write(line) })
const durations = new Histogram({
  name: 'seconds',
  help: 'Time to an answer.',
  labelNames: ['method', 'status'],
  buckets: [0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10],
  registers: [new Registry()],
})

type Visited = { Bindings: HttpBindings; Variables: { visitor: string } }

const app = new Hono<Visited>()
app.use(requestId())
app.use(async (c, next) => {
  const begun = performance.now()
  await next()
  const { method, path } = c.req
  const ms = performance.now() - begun
  durations.observe({ method, status: c.res.status }, ms / 1000)
  log.info({ requestId: c.get('requestId'), method, path, status: c.res.status, ms }, 'request')
})
app.use(secureHeaders())
app.use(cors({ origin: ['http://localhost:5173'] }))
app.use(async (c, next) => {
  const isKnown =
    c.req.header('authorization') !== undefined || c.req.header('cookie') !== undefined
  const isLocal = c.env.incoming.socket.remoteAddress === '127.0.0.1'
  if (isKnown || !isLocal) return c.text('Unauthorized', 401)
  c.set('visitor', 'open')
  return next()
})
app.get('*', (c) => (body === null ? c.body(null, 304, headers) : c.body(body, 200, headers)))

const listener = getRequestListener(app.fetch)
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', (message) => {
  const answer = Answer.parse(message)
  body = answer.body === null ? null : Buffer.from(answer.body)
  headers = {}
  for (let index = 0; index < answer.headers.length; index += 2)
    headers[answer.headers[index] ?? ''] = answer.headers[index + 1] ?? ''
  process.send?.('ready')
})
process.on('disconnect', () => process.exit(0))
