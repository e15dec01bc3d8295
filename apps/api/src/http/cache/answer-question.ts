import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { FrontDesk } from '../front.ts'
import { badParameter, notFound, problem } from '../problem.ts'
import type { AnswerRoute, Served } from '../routes/route.ts'
import { beginAnswer } from './answer-headers.ts'
import type { Answers } from './answer-cache.ts'
import { negotiate } from './choose-coding.ts'

export type Answering = (c: Context<Served>, route: AnswerRoute) => Promise<Response>

type Deps = { answers: Answers; remember: FrontDesk['remember']; now: () => number }

/** Answers a question from what is kept or can be read, and lets the front answer it from then on. */
export function createAnswering({ answers, remember, now }: Deps): Answering {
  return async (c, route) => {
    const { incoming, outgoing, visitor } = c.env
    const plan = route.ask(c.req.param(), new URL(c.req.url).searchParams, now())
    if ('parameter' in plan) return badParameter(c, plan.parameter, plan.detail)
    const asked = { path: route.path, audience: visitor.role ?? 'anyone' }
    const answer = await answers.answer(asked, plan)
    if (answer === null) return notFound(c)
    const { kept, version } = answer
    const coding = negotiate(incoming.headers['accept-encoding'], kept.isSmall)
    if (coding === null) return notEncodable(c)
    const body = await beginAnswer(incoming, outgoing, { kept, coding })
    const { url = '' } = incoming
    const { until } = plan
    if (visitor.role !== null) remember({ url, role: visitor.role, kept, version, until })
    // Hono wraps what HEAD is answered, and would not see that it has been sent.
    if (incoming.method === 'HEAD') return c.body(null, body === null ? 304 : 200)
    outgoing.end(body)
    return RESPONSE_ALREADY_SENT
  }
}

function notEncodable(c: Context): Response {
  return problem(c, {
    status: 406,
    title: 'Not acceptable',
    detail: 'Answers are sent as br, gzip or as they are: Accept-Encoding allows none of them.',
  })
}
