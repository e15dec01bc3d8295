import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Fault } from '../faults/fault.ts'
import { isBySocket } from '../faults/fault.ts'
import { notFound } from '../gateway/answers.ts'
import { readSecret } from './authenticate.ts'
import { answerRequest } from './answer-request.ts'
import type { Gateway } from './context.ts'
import { answerHubInfo, answerLiveliness, answerMetrics, answerReadiness } from './health/health.ts'
import { routes } from './routes.ts'

/** Without a socket, as in `app.request()`, there are no bindings. */
export type GatewayEnvironment = { Bindings: Partial<HttpBindings> }

export interface AppOptions {
  gateway: Gateway
  now: () => number
  /** The fault that this request meets, if any. */
  findFault: (path: string) => Fault | null
}

/** The gateway's API. Before each answer the world is advanced to the clock's instant. */
export function createApp({ gateway, now, findFault }: AppOptions): Hono<GatewayEnvironment> {
  const genuine = createGenuineApp(gateway, now)
  const app = new Hono<GatewayEnvironment>()
  app.all('*', async (c) => {
    gateway.engine.advance(now())
    const fault = findFault(c.req.path)
    if (fault === null) return genuine.fetch(c.req.raw)
    return meetFault(c, fault, gateway, now(), (request) => genuine.fetch(request))
  })
  return app
}

async function meetFault(
  c: Context<GatewayEnvironment>,
  fault: Fault,
  { engine, profile }: Gateway,
  nowMs: number,
  fetchGenuine: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  const url = new URL(c.req.url)
  const genuine = async (other = url) => fetchGenuine(new Request(other, c.req.raw))
  const secret = readSecret(c.req.raw.headers)
  const context = { url, engine, nowMs, profile, secret, genuine }
  const date = new Date(nowMs).toUTCString()
  if (!isBySocket(fault)) {
    const answer = await fault.respond(context)
    if (!answer.headers.has('date')) answer.headers.set('date', date)
    return answer
  }
  const outgoing = c.env.outgoing
  if (outgoing === undefined || !('writeEarlyHints' in outgoing)) {
    return new Response('This fault needs a connection: use listen()', { status: 501 })
  }
  outgoing.setHeader('date', date)
  await fault.write(outgoing, context)
  return RESPONSE_ALREADY_SENT
}

function createGenuineApp(gateway: Gateway, now: () => number): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('date', new Date(now()).toUTCString())
    c.header('server', 'uvicorn')
  })
  app.get('/health/liveliness', answerLiveliness)
  app.get('/health/liveness', answerLiveliness)
  app.get('/health/readiness', () => answerReadiness(gateway, now()))
  app.get('/public/model_hub/info', () => answerHubInfo(gateway))
  app.get('/metrics', () => answerMetrics(gateway))
  for (const [method, path, handler, access = {}] of routes) {
    app.on(method, path, ({ req }) => answerRequest(req.raw, gateway, now(), handler, access))
  }
  app.notFound(notFound)
  return app
}
