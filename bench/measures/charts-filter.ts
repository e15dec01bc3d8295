import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright'
import { openBrowser, openPage } from '../load/chromium.ts'
import { traceMainThread } from '../load/trace.ts'
import { atMost, median, type Measure } from '../measure.ts'
import { seedPast } from '../servers/seed-store.ts'
import { startOver } from '../servers/start-product.ts'

const past = { teams: 200, models: 20, keysPerTeam: 1, days: 30, minuteDays: 1 }
const rounds = 9
const dayMs = 86_400_000
const plainCharts = readFileSync(join(import.meta.dirname, '../pages/plain-charts.html'), 'utf8')
const fromWeb = createRequire(join(import.meta.dirname, '../../apps/web/package.json'))
const chartJs = readFileSync(join(dirname(fromWeb.resolve('chart.js')), 'chart.umd.min.js'), 'utf8')

/** A name is clicked, all nine cards ask again and paint; the bare charts ask and paint the same. */
export const chartsFilter: Measure = {
  id: 'p12',
  name: `P12: a filter of /analytics, ${past.teams} teams × ${past.models} models × ${past.days} days`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const lastDay = Math.floor(Date.now() / dayMs) - 1
    const product = await startOver((directory) => seedPast(directory, { ...past, lastDay }))
    parts.defer(() => product.stop())
    const browser = await openBrowser()
    parts.defer(() => browser.close())
    const address = `http://127.0.0.1:${product.port}`
    const [from, to] = [lastDay - past.days + 1, lastDay].map((day) =>
      new Date(day * dayMs).toISOString().slice(0, 10),
    )
    const { page, devtools } = await openPage(browser)
    await page.goto(`${address}/analytics?from=${from}&to=${to}&tz=UTC`)
    await page.locator('#matrix thead button').first().waitFor()
    await page.locator('#parts canvas').waitFor()

    const plain = await openPage(browser)
    await plain.page.goto(`${address}/first-paint.js`)
    await plain.page.setContent(plainCharts.replace('/* chart.js */', () => chartJs))

    const asked = watchQuestions(page)
    const questions: string[][] = []
    // Chosen and taken off: from now on every answer is known to the server.
    for (let turn = 0; turn < 4; turn += 1) {
      asked.clear()
      await page.evaluate(clickAndWait)
      questions[turn % 2] = [...asked]
    }
    const most = Math.max(...questions.map(({ length }) => length))
    const updatePlain = (turn: number) =>
      plain.page.evaluate<number>(`update(${JSON.stringify(questions[turn % 2])})`)
    await updatePlain(0)
    await updatePlain(1)

    const times: Record<'page' | 'plain', { wall: number[]; thread: number[] }> = {
      page: { wall: [], thread: [] },
      plain: { wall: [], thread: [] },
    }
    for (let turn = 0; turn < 2 * rounds; turn += 1) {
      const ofPage = await traceMainThread(devtools, async () => {
        times.page.wall.push(await page.evaluate<number>(clickAndWait))
      })
      times.page.thread.push(ofPage.totalMs)
      const ofPlain = await traceMainThread(plain.devtools, async () => {
        times.plain.wall.push(await updatePlain(turn))
      })
      times.plain.thread.push(ofPlain.totalMs)
    }
    const beside = (name: string, what: 'wall' | 'thread') => {
      const limit = median(times.plain[what])
      const limitIs = `3 × ${limit.toFixed(1)} ms, bare chart.js with the same answers`
      return atMost(name, median(times.page[what]), 'ms', 3 * limit, limitIs)
    }
    return [
      beside(`filter clicked to repainted, median of ${2 * rounds}`, 'wall'),
      beside('main thread meanwhile, tables and names included', 'thread'),
      atMost('requests of a change', most, 'requests', 8, 'promised'),
    ]
  },
}

function watchQuestions(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const url = request.url()
    if (/\/api\/v1\/(series|usage|matrix|hours|budgets|models)\?/.test(url)) asked.add(url)
  })
  return asked
}

/** Runs in the page: the first model is chosen, or taken off, until what was asked is painted. */
const clickAndWait = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const startedAt = performance.now()
  const address = location.href
  document.querySelector('#matrix thead button').click()
  // Told, not looked for: to look at every frame would be work of the page.
  const isDone = () =>
    location.href !== address && document.querySelector('.body.pending') === null
  await new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isDone()) return
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  await frame()
  await frame()
  return performance.now() - startedAt
})()`
