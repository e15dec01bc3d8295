import type { z } from 'zod'
import type { AskedWindow } from '../../analytics/window.ts'
import { momentOf, windowOf, type WindowQuestion } from '../../queries/window-question.ts'
import { answerRoute, type AnswerRoute } from './route.ts'

type Asked<Params, Query> = WindowQuestion<Query> & { params: Params }

type WindowRoute<Params extends z.ZodObject, Query extends z.ZodObject> = Omit<
  AnswerRoute,
  'kind' | 'method' | 'ask' | 'params' | 'query'
> & {
  params: Params
  query: Query
  /** An answer about the present changes with every minute, or only with the window and the data. */
  changesWith: 'minute' | 'window'
  /** Throws where the parameters do not fit the window. */
  check?: (asked: Asked<z.infer<Params>, z.infer<Query>>) => void
  read: (asked: Asked<z.infer<Params>, z.infer<Query>>) => Promise<object | null>
}

/** A question about a span of time: it stays the same as long as its words mean the same span. */
export function windowRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject & z.ZodType<AskedWindow>,
>({ changesWith, check, read, ...route }: WindowRoute<Params, Query>): AnswerRoute {
  return answerRoute({
    ...route,
    plan: ({ params, query }, now) => {
      const window = windowOf(query, now)
      const moment = momentOf(window, now)
      const asked = { params, query, window, moment, now }
      check?.(asked)
      const { until, days } = changesWith === 'minute' ? moment : window
      const { from, to, tz } = window
      const asOf = changesWith === 'minute' ? moment.asOf : null
      const rest = { ...query, from, to, tz, range: null }
      return {
        question: JSON.stringify({ params, rest, asOf }, inOrder),
        until,
        days,
        read: () => read(asked),
      }
    },
  })
}

/** A list names the same, however it is ordered. */
function inOrder(_: string, value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value
}
