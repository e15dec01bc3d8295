import type { Board } from '@podium/contracts'
import type { Page } from 'playwright'
import { castOf } from '../../apps/web/e2e/walk/cast.ts'
import { serveWorld } from '../../apps/web/e2e/walk/serve-world.ts'
import { worldOf } from '../../apps/web/e2e/walk/world-of.ts'
import { openBrowser, openPage } from '../load/chromium.ts'
import { traceMainThread } from '../load/trace.ts'
import { atMost, median, type Measure } from '../measure.ts'

const teams = 1000
const updates = 9
/** Looking at what glides is work for the page too, so these updates are not timed. */
const updatesLookedAt = 3
/** The page changes at most once in five seconds. */
const breathMs = 5500

/** Every fifth team overtakes the one before it, now these and now those. */
function shuffled({ rows, data_version }: Board): Partial<Board> {
  const order = [...rows]
  for (let index = data_version % 5; index + 1 < order.length; index += 5) {
    const [first, second] = [order[index], order[index + 1]]
    if (first !== undefined && second !== undefined) order.splice(index, 2, second, first)
  }
  return { rows: order.map((row, index) => ({ ...row, rank: index + 1 })) }
}

/** What one message of the stream costs the page: all 1,000 teams have changed, 400 have another place. */
export const boardUpdate: Measure = {
  id: 'p7',
  name: `P7: one message, and a board of ${teams} teams changes`,
  run: async () => {
    await using server = await serveWorld(worldOf(castOf(teams), { board: shuffled }))
    await using parts = new AsyncDisposableStack()
    const browser = await openBrowser()
    parts.defer(() => browser.close())
    const { page, devtools } = await openPage(browser)
    await page.goto(server.address)
    await page.locator('[role=table] [data-team] .value').first().waitFor()
    await page.waitForTimeout(breathMs)
    const idle = await traceMainThread(devtools, () => page.waitForTimeout(2000))
    const totals: number[] = []
    const longest: number[] = []
    const update = async () => {
      const answered = page.waitForResponse((response) => response.url().includes('/api/v1/board'))
      server.announce()
      await (await answered).finished()
    }
    for (let count = 0; count < updates; count += 1) {
      const traced = await traceMainThread(devtools, async () => {
        await update()
        await page.waitForTimeout(1700)
      })
      totals.push(Math.max(0, traced.totalMs - idle.totalMs))
      longest.push(traced.longestMs)
      await page.waitForTimeout(breathMs - 2000)
    }
    const strayed: number[] = []
    for (let count = 0; count < updatesLookedAt; count += 1) {
      await update()
      strayed.push(await animatedOutOfView(page))
      await page.waitForTimeout(breathMs)
    }
    return [
      atMost(`main thread, median of ${updates}`, median(totals), 'ms', 50, 'promised'),
      atMost(`longest task, median of ${updates}`, median(longest), 'ms', 50, 'promised'),
      atMost('rows that glide where nobody sees them', Math.max(...strayed), 'rows', 0, 'promised'),
    ]
  },
}

/** Runs in the page while rows glide: those that are more than a row away from what can be seen. */
const strayedRows = `document.getAnimations()
  .map(({ effect }) => effect.target)
  .filter((target) => target?.matches('[data-team]'))
  .map((row) => row.getBoundingClientRect())
  .filter(({ top, bottom }) => bottom < -56 || top > innerHeight + 56).length`

async function animatedOutOfView(page: Page): Promise<number> {
  await page.waitForFunction('document.getAnimations().length > 0')
  return await page.evaluate(strayedRows)
}
