import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Fault, FaultContext } from '../faults/fault.ts'
import { meetFault } from '../faults/meet-fault.ts'
import { notFound } from '../gateway/answers.ts'
import { readSecret } from './authenticate.ts'
import { answerRequest } from './answer-request.ts'
import type { Gateway } from './context.ts'
import { answerHubInfo, answerLiveliness, answerMetrics, answerReadiness } from './health/health.ts'
import { routes } from './routes.ts'
import type { GatewayEnvironment } from './gateway-environment.ts'

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
    const nowMs = now()
    const context = faultContext(c, gateway, nowMs, (request) => genuine.fetch(request))
    return meetFault(c, fault, { context, nowMs })
  })
  return app
}

function faultContext(
  c: Context<GatewayEnvironment>,
  { engine, profile }: Gateway,
  nowMs: number,
  fetchGenuine: (request: Request) => Response | Promise<Response>,
): FaultContext {
  const url = new URL(c.req.url)
  const genuine = async (other = url) => fetchGenuine(new Request(other, c.req.raw))
  return { url, engine, nowMs, profile, secret: readSecret(c.req.raw.headers), genuine }
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
