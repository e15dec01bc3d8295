import { Hono } from 'hono'
import type { Fault } from '../../faults/fault.ts'
import { meetFault } from '../../faults/meet-fault.ts'
import type { GatewayEnvironment } from '../../http/gateway-environment.ts'
import type { EngineFaultContext } from './engine-faults.ts'

interface Options {
  faults: { find(path: string): Fault<EngineFaultContext> | null }
  now: () => number
  off: EngineFaultContext['off']
}

/** An app whose every answer may meet a fault. */
export function serveWithFaults(
  { faults, now, off }: Options,
  answer: (path: string, request: Request) => Response,
): Hono<GatewayEnvironment> {
  const app = new Hono<GatewayEnvironment>()
  app.all('*', (c) => {
    const { path } = c.req
    const fault = faults.find(path)
    const genuine = () => answer(path, c.req.raw)
    if (fault === null) return genuine()
    const context = { url: new URL(c.req.url), genuine: () => Promise.resolve(genuine()), off }
    return meetFault(c, fault, { context, nowMs: now() })
  })
  return app
}
