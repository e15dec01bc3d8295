import { unprocessable } from '../gateway/answers.ts'
import type { SentRequest } from '../ledger/sent-request.ts'
import { noTokens } from '../ledger/token-usage.ts'
import { authenticate, readSecret } from './authenticate.ts'
import type { Gateway, Handler } from './context.ts'
import { answerWithoutDatabase } from './lost-database.ts'
import { refuseNonAdmin, refuseOtherRoutes } from './authorize.ts'

export interface RouteAccess {
  /** Only administrators may use the route; otherwise the handler decides. */
  isForAdmins?: boolean
  /** Which releases count a rejected caller as a failed request without a team. */
  countsRefusedCallers?: 'newer releases' | 'every release'
  /** The route works without the database. */
  livesWithoutDatabase?: boolean
}

/** Authenticates and authorizes the caller, then calls the handler. */
export async function answerRequest(
  request: Request,
  gateway: Gateway,
  nowMs: number,
  handler: Handler,
  access: RouteAccess,
): Promise<Response> {
  const { profile } = gateway
  const url = new URL(request.url)
  const path = url.pathname
  if (gateway.world.isDatabaseLost && access.livesWithoutDatabase !== true) {
    return answerWithoutDatabase(readSecret(request.headers) === gateway.world.masterKey, profile)
  }
  const authentication = authenticate(request.headers, { ...gateway, nowMs })
  if (!authentication.ok) {
    const isCounted =
      access.countsRefusedCallers === 'every release' ||
      (access.countsRefusedCallers === 'newer releases' && profile.refusedReadsAreFailures)
    if (isCounted)
      gateway.engine.take(toRefusedRead(gateway.engine.taken(), path, authentication.token, nowMs))
    return authentication.answer
  }
  const { caller } = authentication
  const refusal =
    refuseOtherRoutes(caller, profile, path) ??
    (access.isForAdmins ? refuseNonAdmin(caller, profile, path) : null)
  if (refusal !== null) return refusal
  const body = request.method === 'GET' ? null : await readJson(request)
  if (body === undefined) {
    const problem = {
      type: 'json_invalid',
      loc: ['body', '0'],
      msg: 'JSON decode error',
      input: {},
    }
    return unprocessable(profile, [problem])
  }
  return handler({ gateway, nowMs, url, query: url.searchParams, path, caller, body })
}

/** Undefined when it is no JSON. */
async function readJson(request: Request): Promise<unknown> {
  try {
    const body: unknown = await request.json()
    return body
  } catch {
    return undefined
  }
}

function toRefusedRead(count: number, path: string, token: string, nowMs: number): SentRequest {
  return {
    id: `refused:${count}`,
    outcome: 'refused read',
    startMs: nowMs,
    firstTokenMs: nowMs,
    endMs: nowMs,
    token,
    isMasterKey: false,
    teamId: '',
    group: '',
    deployment: null,
    endpoint: path,
    ...noTokens,
    spend: 0,
  }
}
