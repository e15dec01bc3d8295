import { createGatewaySimulator } from '@podium/gateway-simulator'
import type { Status } from '@podium/contracts'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { scriptedServer } from './support/scripted-server.ts'
import { startPodium } from './support/start-podium.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Without traffic: no data come, which pages would ask for. */
async function startGateway() {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 5,
    teams: 3,
    startsAt: Date.now(),
    now: Date.now,
    load: 0,
    oddities: false,
  })
  let gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const { url, port } = gateway
  return {
    url,
    key: simulator.keys.master,
    goAway: () => gateway.close(),
    comeBack: async () => {
      gateway = await simulator.listen({ port })
    },
  }
}

async function openPage(): Promise<Page> {
  const page = await browser.newPage()
  onTestFinished(async () => {
    // A request that is on its way through `stopOwnClock` ends with its page, which is no fault.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.close()
  })
  return page
}

const farOff = '2199-01-01T00:00:00Z'

/** The page believes that nothing is to be heard for a long time: so its own clock asks for nothing. */
async function stopOwnClock(page: Page): Promise<void> {
  await page.route('**/api/v1/status', async (route) => {
    const answer = await route.fetch()
    const status: Status = await answer.json()
    const sources = status.sources.map((source) => ({ ...source, next_attempt_at: farOff }))
    await route.fulfill({ response: answer, json: { ...status, sources } })
  })
}

const strip = 'footer summary'

test('the stream alone tells the page that the gateway is gone, and that it is back', async () => {
  const gateway = await startGateway()
  const podium = await startPodium({ LITELLM_BASE_URL: gateway.url, LITELLM_API_KEY: gateway.key })
  onTestFinished(podium.stop)
  const page = await openPage()
  await stopOwnClock(page)
  await page.goto(podium.address)
  await page.locator(strip, { hasText: 'Gateway answers' }).waitFor()

  await gateway.goAway()
  await page.getByText('The gateway cannot be read').waitFor()
  await page.locator(strip, { hasText: 'Gateway is down' }).waitFor()
  // On a slow machine it is late for long enough already to be more than a warning.
  await page.locator('.age:is(.warn, .bad)').waitFor()

  await gateway.comeBack()
  await page.locator(strip, { hasText: 'Gateway answers' }).waitFor()
  expect(await page.getByText('The gateway cannot be read').count()).toBe(0)
})

test('where the stream says nothing, the page asks by its own clock when something is due', async () => {
  const server = await scriptedServer()
  onTestFinished(server.close)
  const answer = (state: 'ok' | 'down') => {
    const now = Date.now()
    const status: Status = {
      demo: false,
      version: '1',
      now: new Date(now).toISOString(),
      data_version: 1,
      poll_seconds: 1,
      sources: [
        {
          name: 'activity',
          state,
          reason: state === 'ok' ? null : 'conn_refused',
          last_success_at: new Date(now).toISOString(),
          next_attempt_at: new Date(now + 1000).toISOString(),
          consecutive_failures: 0,
        },
      ],
      store: { state: 'ok', since: null },
      history: { days: 0, unread: 0 },
      days: [],
      reconciliation: { reconciled: false, days: [], drift: null, waiting: 0, worst: [] },
      corrections: [],
      notes: [],
    }
    server.answers.set('/api/v1/status', { status: 200, body: status })
  }
  answer('ok')
  const page = await openPage()
  await page.goto(`http://127.0.0.1:${server.port}/`)
  await page.locator(strip, { hasText: 'Gateway answers' }).waitFor()
  await expect.poll(server.streams).toBe(1)

  answer('down')
  await page.getByText('The gateway cannot be read').waitFor()
  answer('ok')
  await page.getByText('The gateway cannot be read').waitFor({ state: 'detached' })
  expect(server.streams()).toBe(1)
})
