import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AnswerCache } from '../cache/answer-cache.ts'
import { chooseCoding } from '../cache/choose-coding.ts'
import type { DayRange } from '../../domain/span.ts'
import type { PlanCache } from '../cache/plan-cache.ts'
import { sendAnswer } from '../cache/send-answer.ts'
import { jsonType } from '../json.ts'
import type { Authorize } from '../middleware/authorize.ts'
import type { TakeTurn } from '../middleware/limit-rate.ts'
import { ProblemError, problems } from '../problem.ts'
import type { Served } from '../served.ts'
import { parseSearch, searchOf } from './parse-search.ts'
import type { AnswerRoute, Plan, RawRoute, Route } from './route.ts'
import { createFileSender } from './send-file.ts'

type Mounting = {
  authorize: Authorize
  takeTurn: TakeTurn
  answers: AnswerCache
  planOf: PlanCache
  onAsked: (days: DayRange) => void
  random: () => number
}

type Answering = Mounting & {
  /** Throws where it may not be read now. */
  beforeRead: (plan: Plan) => void
}

/** Every route of the table at its address; other methods there are refused by name. */
export function mountRoutes(app: Hono<Served>, routes: readonly Route[], mounting: Mounting): void {
  const { takeTurn, onAsked } = mounting
  const beforeRead = ({ days }: Plan) => {
    takeTurn()
    if (days !== null) onAsked(days)
  }
  const answering = { ...mounting, beforeRead }
  const sendFile = createFileSender(answering)
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    for (const route of ofPath)
      app.on(route.method, path, mounting.authorize(route), (c) => {
        if (route.kind === 'raw') return handle(c, route, mounting)
        return route.kind === 'file' ? sendFile(c, route) : answer(c, route, answering)
      })
    const allow = ofPath.map(({ method }) => method).join(', ')
    app.all(path, () => {
      const detail = `This address answers only ${allow}.`
      throw new ProblemError({ status: 405, title: 'Method not allowed', detail }, { allow })
    })
  }
}

function handle(
  c: Context<Served>,
  route: RawRoute,
  { takeTurn }: Mounting,
): Response | Promise<Response> {
  if (route.access !== 'anyone') takeTurn()
  parseSearch(searchOf(c), route.query ?? z.object({}))
  return route.handle(c)
}

/** From what is kept, or can be read. */
async function answer(
  c: Context<Served>,
  route: AnswerRoute,
  { answers, planOf, beforeRead }: Answering,
): Promise<Response> {
  const plan = planOf(c.req.url, (now) => route.ask(c.req.param(), searchOf(c), now))
  const audience = c.get('visitor').role ?? 'anyone'
  const asked = { path: route.path, audience, address: c.req.url }
  const found = await answers.answer(asked, plan, () => beforeRead(plan))
  if (found === null) throw new ProblemError(problems.notFound)
  const coding = chooseCoding(c.req.header('accept-encoding'), found.isSmall)
  if (coding === null) throw new ProblemError(problems.notAcceptable)
  return sendAnswer(c, {
    answer: found,
    coding,
    type: jsonType,
    cacheControl: 'private, no-cache',
  })
}
