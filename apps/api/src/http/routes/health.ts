import { z } from 'zod'
import { json } from '../json.ts'
import type { RouteDependencies } from './dependencies.ts'
import { rawRoute, type Route } from './route.ts'

const Health = z.object({ status: z.literal('ok').describe('Always `ok`.') })

const Check = z.enum(['ok', 'warn', 'fail'])
const Readiness = z.object({
  status: z.enum(['ready', 'unready']).describe('`unready` when a check fails.'),
  checks: z
    .object({
      store: Check.describe('Whether the database answers.'),
      migrations: Check.describe('Whether its tables are those of this release.'),
      draining: Check.describe('`fail` when the process is about to stop.'),
      gateway: Check.describe('`warn` when it cannot be read; the board stays up without it.'),
    })
    .describe('What was checked, and how each check ended.'),
})
type Readiness = z.infer<typeof Readiness>

/** Before the database could be opened. */
export const unready: Readiness = {
  status: 'unready',
  checks: { store: 'fail', migrations: 'fail', draining: 'ok', gateway: 'warn' },
}

type Dependencies = Pick<RouteDependencies, 'store' | 'collectorState' | 'isDraining'>

/** Alive and ready; neither asks the gateway, because the board stays up without it. */
export function healthRoutes(deps: Dependencies): Route[] {
  const type = 'application/json'
  return [
    rawRoute({
      method: 'GET',
      path: '/healthz',
      access: 'anyone',
      tag: 'operations',
      summary: 'Whether the process answers',
      answers: { 200: { description: 'The process answers.', type, schema: Health } },
      handle: (c) => json(c, { status: 'ok' }),
    }),
    rawRoute({
      method: 'GET',
      path: '/readyz',
      access: 'anyone',
      tag: 'operations',
      summary: 'Whether new requests should be sent here',
      answers: {
        200: { description: 'Send new requests here.', type, schema: Readiness },
        503: { description: 'Send them elsewhere; a check says why.', type, schema: Readiness },
      },
      handle: async (c) => {
        const answer = await readiness(deps)
        return json(c, answer, answer.status === 'ready' ? 200 : 503)
      },
    }),
  ]
}

const timeoutMs = 2000

async function readiness({ store, collectorState, isDraining }: Dependencies): Promise<Readiness> {
  const isMigrated = await within(timeoutMs, store.isMigrated())
  const checks: Readiness['checks'] = {
    store: isMigrated === null ? 'fail' : 'ok',
    migrations: isMigrated === true ? 'ok' : 'fail',
    draining: isDraining() ? 'fail' : 'ok',
    gateway: collectorState.sources().every(({ state }) => state === 'ok') ? 'ok' : 'warn',
  }
  const isReady = Object.values(checks).every((check) => check !== 'fail')
  return { status: isReady ? 'ready' : 'unready', checks }
}

/** `null` is a database that is away, or too slow to be of use; why is told where the data is read. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), ms)
  try {
    return await Promise.race([answer.catch(() => null), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
