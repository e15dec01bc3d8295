import { createGatewaySimulator, type TruthSum } from '@podium/gateway-simulator'
import type { SeriesAnswer, UsageAnswer } from '@podium/contracts'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startPodium, type RunningPodium } from '../support/start-podium.ts'
import { watchFaults } from '../support/watch-faults.ts'
import { numberIn, readTable } from './read-table.ts'

let browser: Browser
let podium: RunningPodium
let truth: TruthSum[]
let close: () => Promise<void>

const day = 86_400_000
const ended = Math.floor(Date.now() / day) * day
const date = new Date(ended - day).toISOString().slice(0, 10)

/** A gateway that stands still at the last midnight, with two whole days behind it. */
beforeAll(async () => {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 3,
    teams: 9,
    startsAt: ended - 2 * day,
    now: () => ended + 3_600_000,
    load: 0.4,
    oddities: false,
  })
  simulator.advance(ended + 3_600_000)
  const gateway = await simulator.listen()
  close = () => gateway.close()
  podium = await startPodium({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: simulator.keys.master,
  })
  browser = await launchBrowser()
  truth = simulator.truth.readable().filter((sum) => sum.date === date)
  await vi.waitFor(
    async () => {
      expect((await ask<UsageAnswer>(`usage?${days}`)).window.unread_days).toEqual([])
    },
    { timeout: 60_000, interval: 200 },
  )
})
afterAll(async () => {
  await browser.close()
  await podium.stop()
  await close()
})

const days = `from=${date}&to=${date}&tz=UTC`
const charts = ['time', 'models', 'success', 'cost', 'parts']

async function ask<T>(question: string): Promise<T> {
  const answer: T = await (await fetch(`${podium.address}/api/v1/${question}`)).json()
  return answer
}
async function open(timezoneId: string, path: string): Promise<Page> {
  const page = await browser.newPage({ timezoneId, locale: 'en-US' })
  const faults = watchFaults(page, podium.address)
  onTestFinished(async () => {
    expect(faults).toEqual([])
    await page.close()
  })
  await page.goto(podium.address + path)
  return page
}
/** What the card itself asked, from its menu. */
async function answerOf<T>(page: Page, card: string): Promise<T> {
  const link = page.locator(`#${card} [role=menuitem]`, { hasText: 'Open as JSON' })
  return ask<T>((await link.getAttribute('href'))?.split('/api/v1/')[1] ?? '')
}
const sumOf = (sums: readonly TruthSum[], of: (sum: TruthSum) => number) =>
  sums.reduce((total, sum) => total + of(sum), 0)
const tokensOf = (sum: TruthSum) => sum.promptTokens + sum.completionTokens
const requestsOf = (sum: TruthSum) => sum.successes + sum.failures
const ofTeams = () => truth.filter(({ teamId }) => teamId !== '' && teamId !== 'litellm-dashboard')
const column = ({ heads, rows }: Awaited<ReturnType<typeof readTable>>, name: string) =>
  rows.map((row) => numberIn(row[heads.indexOf(name)]))

const zones = inject('isDeep')
  ? ['UTC', 'Europe/Berlin', 'America/Los_Angeles']
  : ['America/Los_Angeles']

test.each(zones)(
  'in %s every table of /analytics says what the API and the gateway say',
  async (zone) => {
    const tables = charts.map((id) => `table=${id}`).join('&')
    const page = await open(zone, `/analytics?${days}&${tables}`)
    for (const card of [...charts, 'matrix', 'providers', 'hours'])
      await page.locator(`#${card} table`).waitFor()
    const tokens = sumOf(ofTeams(), tokensOf)
    expect(tokens).toBeGreaterThan(0)

    const models = await readTable(page, 'models')
    const modelRows = (await answerOf<UsageAnswer>(page, 'models')).rows
    expect(column(models, 'Tokens')).toEqual(modelRows.map(({ usage }) => usage.tokens))
    for (const [index, { key }] of modelRows.entries())
      expect(column(models, 'Tokens')[index], key ?? '').toBe(
        sumOf(
          ofTeams().filter(({ modelGroup }) => modelGroup === key),
          tokensOf,
        ),
      )
    expect(numberIn(models.foot[0]?.[2])).toBe(tokens)

    const success = await readTable(page, 'success')
    const teamRows = (await answerOf<UsageAnswer>(page, 'success')).rows
    expect(column(success, 'Requests')).toEqual(teamRows.map(({ usage }) => usage.requests))
    expect(column(success, 'Failed')).toEqual(teamRows.map(({ usage }) => usage.failures))
    expect(numberIn(success.foot[0]?.[1])).toBe(sumOf(ofTeams(), requestsOf))
    expect(numberIn(success.foot[0]?.[3])).toBe(sumOf(ofTeams(), ({ failures }) => failures))

    const cost = await readTable(page, 'cost')
    const costRows = (await answerOf<UsageAnswer>(page, 'cost')).rows
    expect(column(cost, 'Tokens')).toEqual(costRows.map(({ usage }) => usage.tokens))
    expect(numberIn(cost.foot[0]?.[3])).toBeCloseTo(
      sumOf(ofTeams(), ({ spend }) => spend),
      5,
    )

    const parts = await readTable(page, 'parts')
    expect(parts.foot[0]?.slice(1, 6).map(numberIn)).toEqual([
      sumOf(ofTeams(), ({ promptTokens }) => promptTokens),
      sumOf(ofTeams(), ({ cacheReadTokens }) => cacheReadTokens),
      sumOf(ofTeams(), ({ cacheCreationTokens }) => cacheCreationTokens),
      sumOf(ofTeams(), ({ completionTokens }) => completionTokens),
      tokens,
    ])

    const providers = await readTable(page, 'providers')
    expect(numberIn(providers.foot[0]?.[1])).toBe(tokens)

    const time = await readTable(page, 'time')
    const series = await answerOf<SeriesAnswer>(page, 'time')
    expect(time.heads).toEqual(['From', ...series.lines.map(({ label }) => label), 'All'])
    expect(numberIn(time.foot.at(-1)?.at(-1))).toBe(tokens)
    expect(time.rows).toHaveLength(series.starts.length)

    const line = page.locator('#time').getByRole('group', { name: 'Reconciliation' })
    // No minute of that day was watched, so no step can show any of it; the whole is known all the same.
    expect(await line.textContent()).toContain(`= gateway ${tokens.toLocaleString('en-US')}`)
    expect(await line.textContent()).not.toContain('apart')
  },
)

test('every name is a filter of both pages and of the board, and Back undoes it', async () => {
  const page = await open('UTC', `/analytics?${days}`)
  const name = page.locator('#matrix tbody th button').first()
  const team = await name.textContent()
  await name.click()
  await expect.poll(() => new URL(page.url()).searchParams.getAll('team').length).toBe(1)
  await expect.poll(() => page.locator('#matrix tbody tr').count()).toBe(1)
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Board' }).click()
  await expect.poll(() => page.locator('[data-team]').count()).toBe(1)
  expect(await page.locator('[data-team]').first().textContent()).toContain(team?.trim())
  await page.goBack()
  await page.locator('#matrix table').waitFor()
  await page.goBack()
  await expect.poll(() => new URL(page.url()).searchParams.getAll('team')).toEqual([])
  await expect.poll(() => page.locator('#matrix tbody tr').count()).toBeGreaterThan(1)
})

test('the chosen metric titles the chart, and its table is in the address', async () => {
  const page = await open('UTC', `/analytics?${days}`)
  await page.locator('#time .metric', { hasText: 'Spend' }).click()
  await page.getByRole('heading', { name: 'Spend over time' }).waitFor()
  await page.locator('#time').getByRole('button', { name: 'Table' }).click()
  await expect
    .poll(() => new URL(page.url()).searchParams.toString())
    .toContain('metric=spend&table=time')
  await page.locator('#time table').waitFor()
})

test('no chart is loaded with the board', async () => {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const scripts: string[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(`${podium.address}/?${days}`)
  await page.locator('[data-team]').first().waitFor()
  expect(scripts.filter((url) => /charts-|AnalyticsPage/.test(url))).toEqual([])
})
