import { Problem, Session, SessionRequest } from '@podium/contracts'
import { z } from 'zod'
import type { Context } from 'hono'
import type { Access } from '../../access/create-access.ts'
import type { Role, Visitor } from '../../access/visitor.ts'
import { tooManyGuesses } from '../middleware/authorize.ts'
import { json } from '../json.ts'
import { badParameter, problem } from '../problem.ts'
import { readBody } from './read-body.ts'
import { rawRoute, type Route, type Served } from './route.ts'

type Deps = {
  access: Pick<Access, 'code' | 'cookie' | 'credentials' | 'sessions' | 'authMethods'>
  now: () => number
}

const described = {
  path: '/api/v1/session',
  access: 'anyone',
  tag: 'access',
  query: z.strictObject({}),
} as const
const refusal = { type: 'application/problem+json', schema: Problem }

/** A token becomes a cookie, because a stream of events cannot carry a header. */
export function sessionRoutes(deps: Deps): Route[] {
  const { cookie, sessions } = deps.access
  return [
    rawRoute({
      ...described,
      method: 'GET',
      summary: 'What you may do here, and which ways in there are',
      answers: { 200: { description: 'As of now.', type: 'application/json', schema: Session } },
      handle: (c) => json(c, describe(deps.access, c.env.visitor)),
    }),
    rawRoute({
      ...described,
      method: 'POST',
      summary: 'Opens a session with a token or a code',
      body: SessionRequest,
      answers: {
        200: { description: 'Opened, as a cookie.', type: 'application/json', schema: Session },
        401: { description: 'It opens nothing.', ...refusal },
        429: { description: 'Too many wrong ones.', ...refusal },
      },
      handle: (c) => openSession(c, deps),
    }),
    rawRoute({
      ...described,
      method: 'DELETE',
      summary: 'Ends the session',
      answers: { 204: { description: 'Ended.', type: null } },
      handle: (c) => {
        const { headers } = c.env.incoming
        sessions.end(cookie.read(headers) ?? '')
        c.header('set-cookie', cookie.write(headers, '', 0))
        return c.body(null, 204)
      },
    }),
  ]
}

async function openSession(c: Context<Served>, { access, now }: Deps): Promise<Response> {
  const { code, cookie, credentials, sessions } = access
  function open(role: Role, until: number): Response {
    const session = sessions.open(role, until)
    const seconds = Math.floor((session.endsAt - now()) / 1000)
    c.header('set-cookie', cookie.write(c.env.incoming.headers, session.value, seconds))
    return json(c, describe(access, { role, via: 'session' }))
  }

  const body = await readBody(c, SessionRequest)
  if (!body.ok) return body.response
  const shown = body.value.token ?? body.value.code
  if (shown === undefined) return badParameter(c, 'token', 'A token or a code is needed.')
  if (body.value.code !== undefined && code?.redeem(body.value.code) === true)
    return open('admin', Infinity)
  const { address } = c.env.visitor
  const verdict = await credentials.judge({ scheme: 'bearer', text: shown }, address)
  if (verdict.waitMs > 0) return tooManyGuesses(c, verdict.waitMs)
  if (verdict.role !== null) return open(verdict.role, verdict.endsAt)
  return problem(c, { status: 401, title: 'Unauthorized', detail: 'That opens nothing here.' })
}

function describe(
  { code, authMethods }: Pick<Access, 'code' | 'authMethods'>,
  { role, via }: Pick<Visitor, 'role' | 'via'>,
): Session {
  const isUnused = code !== null && !code.isSpent()
  return { role, via, ways: [...authMethods, ...(isUnused ? (['code'] as const) : [])] }
}
