import { Board, Grouping, SeriesAnswer } from '@podium/contracts'
import { expect, inject, test } from 'vitest'
import { placeInWindow } from '../../../src/analytics/place-in-window.ts'
import type { Reason } from '../../../src/domain/placement.ts'
import { boardRoute } from '../../../src/http/routes/board.ts'
import { seriesRoute } from '../../../src/http/routes/series.ts'
import { bookAtRandom } from '../../store/support/random-bookings.ts'
import { day, midnight } from '../../store/support/bookings.ts'
import { askRoute } from '../../support/ask-route.ts'
import { publicIds } from '../../support/asked.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const dayMs = 86_400_000
const windows = [
  { query: `from=${day}&to=${day}`, from: midnight, to: midnight + dayMs },
  {
    query: `from=${day}T00:30:00Z&to=${day}T13:07:00Z`,
    from: midnight + 1_800_000,
    to: midnight + 47_220_000,
  },
  {
    query: `from=${day}&to=${day}&tz=Asia/Kolkata`,
    from: midnight - 19_800_000,
    to: midnight + 66_600_000,
  },
]

test('whatever was booked: the rows, what is nobody’s and the series are the window', async () => {
  const store = await openTestStore()
  const deps = {
    store,
    publicIds,
    shadowPrices: new Map(),
    about: { pollSeconds: 10, historyDays: 0 },
  }
  for (let seed = 1; seed <= (inject('isDeep') ? 40 : 4); seed += 1) {
    await bookAtRandom(store, seed)
    const deltas = await store.deltas(day)
    const [coverage] = await store.coverage({ from: day, to: day })
    const { firstReadAt = null, startedAt: lastReadAt = null, gaps = [] } = coverage ?? {}
    for (const { query, from, to } of windows) {
      const isInside = (reason: Reason | null) =>
        reason !== null &&
        reason !== 'backfilled' &&
        placeInWindow(
          reason,
          { day, firstReadAt, lastReadAt, gaps },
          { from: from / 1000, to: to / 1000 },
        ) === 'inside'
      const within = deltas.filter(({ start, width, reason }) =>
        width === 1440 ? isInside(reason) : start * 1000 >= from && start * 1000 < to,
      )
      const requests = within.reduce((sum, { counters }) => sum + counters.requests, 0)
      const asked = { query, now: midnight + 2 * dayMs }
      const board = await askRoute(boardRoute(deps), Board, asked)
      const rows = [...board.rows, ...board.unranked]
      const ofRows = rows.reduce((sum, { usage }) => sum + usage.requests, 0)
      expect(ofRows).toBe(board.totals.requests)
      expect(ofRows + (board.unassigned?.requests ?? 0), `${query} after ${seed}`).toBe(requests)
      for (const by of Grouping.options) {
        const series = { ...asked, query: `${query}&by=${by}&measure=requests&top=2` }
        const { lines } = await askRoute(seriesRoute(deps), SeriesAnswer, series)
        expect(lines.reduce((sum, { total }) => sum + (total ?? NaN), 0)).toBe(ofRows)
      }
    }
  }
})
