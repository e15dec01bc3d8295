import type { Context } from 'hono'
import type { AnswerCache } from '../cache/answer-cache.ts'
import type { PlanCache } from '../cache/plan-cache.ts'
import { mostFiles } from '../limits.ts'
import { comeBackSoon } from '../middleware/limit-rate.ts'
import { ProblemError, problems } from '../problem.ts'
import { connectionOf, type Served } from '../served.ts'
import { searchOf } from './parse-search.ts'
import type { FileRoute, Plan } from './route.ts'
import { streamText } from './stream-text.ts'

type Dependencies = {
  answers: AnswerCache
  planOf: PlanCache
  beforeRead: (plan: Plan) => void
  random: () => number
}

/**
 * Sends files as fast as each client reads, made from answers that are kept. A few at once: each holds its whole table
 * until the client has read it.
 */
export function createFileSender({ answers, planOf, beforeRead, random }: Dependencies) {
  let sending = 0

  async function answerOf(c: Context<Served>, { of }: FileRoute): Promise<unknown> {
    const plan = planOf(c.req.url, (now) => of.ask({}, searchOf(c), now))
    const audience = c.get('visitor').role ?? 'anyone'
    const asked = { path: of.path, audience, address: c.req.url }
    const found = await answers.answer(asked, plan, () => beforeRead(plan))
    if (found === null) throw new ProblemError(problems.notFound)
    return JSON.parse(found.plain.toString())
  }

  return async (c: Context<Served>, route: FileRoute): Promise<Response> => {
    if (sending >= mostFiles) throw comeBackSoon(problems.manyFiles, random)
    const { outgoing } = connectionOf(c)
    if (outgoing !== undefined) {
      sending += 1
      outgoing.once('close', () => (sending -= 1))
    }
    const { name, pieces } = route.toFile(await answerOf(c, route))
    c.header('content-type', route.type)
    c.header('content-disposition', `attachment; filename="${name}"`)
    return c.body(streamText(pieces))
  }
}
