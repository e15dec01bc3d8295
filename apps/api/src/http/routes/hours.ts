import { Hours, SeriesMeasure } from '@podium/contracts'
import { z } from 'zod'
import { describeHours } from '../../analytics/hours/describe-hours.ts'
import { isOnFullHours } from '../../analytics/hours/local-hours.ts'
import { longestGapMs } from '../../domain/poll-coverage.ts'
import type { Store } from '../../store/open-store.ts'
import { commonQuery, planCommon } from './common-query.ts'
import { readSlices } from '../../queries/read-slices.ts'
import { asOfMinute } from '../../queries/read-standings.ts'
import { readScope, type ScopeDeps } from '../../queries/read-traffic.ts'
import { answerRoute, type Route } from './route.ts'

type Deps = ScopeDeps & {
  store: Pick<Store, 'timeSlices' | 'pollCoverage'>
  about: { pollSeconds: number }
}

const Query = z.strictObject({
  ...commonQuery,
  measure: SeriesMeasure.default('tokens').describe('What is summed.'),
})

/** When the teams work: hour of the day × day of the week. */
export function hoursRoute(deps: Deps): Route {
  const longestMs = longestGapMs(1000 * deps.about.pollSeconds)
  return answerRoute({
    path: '/api/v1/hours',
    access: 'viewer',
    tag: 'analytics',
    summary: 'Hour of the day × day of the week, in the zone that is asked for',
    params: z.strictObject({}),
    query: Query,
    answer: Hours,
    plan: ({ query }, now) => {
      const planned = planCommon(query, now)
      if ('parameter' in planned) return planned
      const { window, question } = planned
      const { measure } = query
      // An hour that was watched and quiet is known with the next poll, whether or not it finds anything.
      const { asOf, until } = asOfMinute(window, now)
      return {
        question: JSON.stringify([question, measure, asOf]),
        until,
        days: window.days,
        read: async () => {
          const scope = await readScope(deps, query, window, now)
          const { filter, stored: known } = scope
          const unit = isOnFullHours(window, window.tz) ? 'hour' : 'quarter'
          const [parts, coverage] = await Promise.all([
            readSlices(deps.store, { span: window, unit, measure, filter, known }),
            deps.store.pollCoverage(window, longestMs),
          ])
          return {
            data_version: scope.dataVersion,
            window: scope.window,
            measure,
            ...describeHours({ window, parts, coverage }),
          } satisfies Hours
        },
      }
    },
  })
}
