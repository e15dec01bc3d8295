import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
/** To look at what glides is work for the page too, so these updates are not timed. */
const updatesLookedAt = 3
/** The page changes at most once in five seconds. */
const breathMs = 5500
/** One update, its glide and its tint are over after this. */
const updateMs = 1700
const plainBoard = readFileSync(join(import.meta.dirname, '../pages/plain-board.html'), 'utf8')

/** Every fifth team overtakes the one before it; which teams these are changes from answer to answer. */
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
    const isBoard = (url: string) => url.includes('/api/v1/board')
    const asked = page.waitForRequest((request) => isBoard(request.url()))
    await page.goto(server.address)
    await page.locator('[role=table] [data-team] .value').first().waitFor()
    const question = (await asked).url()
    const plain = await openPage(browser)
    await plain.page.goto(`${server.address}/first-paint.js`)
    await plain.page.setContent(plainBoard)
    const updatePlain = () => plain.page.evaluate(`update(${JSON.stringify(question)})`)
    await updatePlain()
    await page.waitForTimeout(breathMs)

    const update = async () => {
      const answered = page.waitForResponse((response) => isBoard(response.url()))
      server.announce()
      await (await answered).finished()
    }
    const timed = (work: () => Promise<unknown>) =>
      traceMainThread(devtools, async () => {
        await work()
        await page.waitForTimeout(updateMs)
      })
    const idle = await timed(() => Promise.resolve())
    const ofPage: number[] = []
    const byHand: number[] = []
    for (let count = 0; count < updates; count += 1) {
      ofPage.push((await timed(update)).totalMs - idle.totalMs)
      byHand.push((await timed(updatePlain)).totalMs)
      await page.waitForTimeout(breathMs - updateMs)
    }
    const strayed: number[] = []
    for (let count = 0; count < updatesLookedAt; count += 1) {
      await update()
      strayed.push(await animatedOutOfView(page))
      await page.waitForTimeout(breathMs)
    }
    return [
      atMost(
        `main thread, median of ${updates}`,
        median(ofPage),
        'ms',
        3 * median(byHand),
        `3 × ${median(byHand).toFixed(1)} ms, the same change by hand in a plain table`,
      ),
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
