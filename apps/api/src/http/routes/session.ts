import { Problem, Session, SessionRequest } from '@podium/contracts'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Access } from '../../access/create-access.ts'
import type { Role, Visitor } from '../../access/visitor.ts'
import { BadParameter } from '../../queries/bad-parameter.ts'
import { json } from '../json.ts'
import { tooManyGuesses } from '../middleware/authorize.ts'
import { ProblemError, problems } from '../problem.ts'
import { arrivalOf, type Served } from '../served.ts'
import { readBody } from './read-body.ts'
import { rawRoute, type Route } from './route.ts'

type Dependencies = {
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
export function sessionRoutes(deps: Dependencies): Route[] {
  const { cookie, sessions } = deps.access
  return [
    rawRoute({
      ...described,
      method: 'GET',
      summary: 'What you may do here, and which ways to sign in there are',
      answers: { 200: { description: 'As of now.', type: 'application/json', schema: Session } },
      handle: (c) => json(c, describe(deps.access, c.get('visitor'))),
    }),
    rawRoute({
      ...described,
      method: 'POST',
      summary: 'Opens a session with a token or a code',
      body: SessionRequest,
      answers: {
        200: {
          description: 'The session is open; its cookie is set.',
          type: 'application/json',
          schema: Session,
        },
        401: { description: 'The server does not know the token or the code.', ...refusal },
        429: { description: 'Too many wrong credentials.', ...refusal },
      },
      handle: (c) => openSession(c, deps),
    }),
    rawRoute({
      ...described,
      method: 'DELETE',
      summary: 'Ends the session',
      answers: { 204: { description: 'The session has ended.', type: null } },
      handle: (c) => {
        const arrival = arrivalOf(c)
        sessions.end(cookie.read(arrival) ?? '')
        c.header('set-cookie', cookie.write(arrival, '', 0))
        return c.body(null, 204)
      },
    }),
  ]
}

async function openSession(c: Context<Served>, { access, now }: Dependencies): Promise<Response> {
  const { code, cookie, credentials, sessions } = access
  function open(role: Role, until: number): Response {
    const session = sessions.open(role, until)
    const seconds = Math.floor((session.endsAt - now()) / 1000)
    c.header('set-cookie', cookie.write(arrivalOf(c), session.value, seconds))
    return json(c, describe(access, { role, via: 'session' }))
  }

  const body = await readBody(c, SessionRequest)
  const shown = body.token ?? body.code
  if (shown === undefined) throw new BadParameter('token', 'The body needs a token or a code.')
  if (body.code !== undefined && code?.redeem(body.code) === true) return open('admin', Infinity)
  const { address } = c.get('visitor')
  const verdict = await credentials.judge({ scheme: 'bearer', text: shown }, address)
  if (verdict.waitMs > 0) throw tooManyGuesses(verdict.waitMs)
  if (verdict.role !== null) return open(verdict.role, verdict.endsAt)
  throw new ProblemError(problems.wrongCredential)
}

function describe(
  { code, authMethods }: Pick<Access, 'code' | 'authMethods'>,
  { role, via }: Pick<Visitor, 'role' | 'via'>,
): Session {
  const isUnused = code !== null && !code.isSpent()
  return { role, via, ways: [...authMethods, ...(isUnused ? (['code'] as const) : [])] }
}
