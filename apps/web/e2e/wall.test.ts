import { createGatewaySimulator } from '@podium/gateway-simulator'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { openWall } from './support/open-wall.ts'
import { scriptedServer } from './support/scripted-server.ts'
import { startPodium } from './support/start-podium.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** In hundredths of the height: the smallest text, that of the names, and what does not fit. */
function measureWall() {
  const main = document.querySelector('main.wall')
  const texts = [...(main?.querySelectorAll('*') ?? [])].filter(
    (element) =>
      element.closest('.visually-hidden') === null &&
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      ),
  )
  const sizeOf = (element: Element) =>
    Math.round((10_000 * Number.parseFloat(getComputedStyle(element).fontSize)) / innerHeight) / 100
  const { scrollWidth, scrollHeight } = document.documentElement
  const sizes = texts.map(sizeOf)
  return {
    smallest: Math.min(...sizes),
    names: Math.min(...[...document.querySelectorAll('.lane .name')].map(sizeOf)),
    scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
    // News for which there is no room wait out of sight.
    below: texts.filter(
      (element) =>
        element.closest('.items') === null && element.getBoundingClientRect().bottom > innerHeight,
    ).length,
    controls: main?.querySelectorAll('a, button, input, select').length,
  }
}

const screens = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]
const sizes = [
  { size: 'room', rows: 10, names: 4.4 },
  { size: 'hall', rows: 8, names: 5.5 },
  { size: 'tv', rows: 6, names: 7.04 },
]

const walls = screens
  .flatMap((screen) => sizes.map((size) => ({ ...screen, ...size })))
  .filter((_, index) => inject('isDeep') || index % 2 === 0)

test.each(walls)(
  'at $width × $height for a $size nothing is smaller than 2.8 vh, scrolls or can be pressed',
  async ({ width, height, size, rows, names }) => {
    const page = await openWall(browser, `/wall?size=${size}`, { width, height })
    expect(await page.locator('.lane').count()).toBe(rows)
    expect((await page.evaluate(measureWall)).names).toBe(names)
    const headings = new Set<string | null>()
    // Three pages of the board, the race, the models, the engines.
    for (let scene = 0; scene < 6; scene += 1) {
      headings.add(await page.getByRole('heading', { level: 1 }).textContent())
      const seen = await page.evaluate(measureWall)
      expect(seen).toMatchObject({ scrolls: false, below: 0, controls: 0 })
      expect(seen.smallest).toBeGreaterThanOrEqual(2.8)
      await page.keyboard.press('ArrowRight')
    }
    expect(headings.size).toBe(4)
  },
)

test('scenes take turns; Space stops that, arrows go on and back, Escape leads to the board', async () => {
  const page = await openWall(browser, '/?wall&measure=spend&size=hall')
  expect(new URL(page.url()).pathname).toBe('/wall')
  const first = page.locator('.lane .rank').first()
  expect(await first.textContent()).toBe('1')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => first.textContent()).toBe('9')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => first.textContent()).toBe('1')
  await page.keyboard.press('Space')
  await page.getByText('Paused', { exact: true }).waitFor()
  await page.keyboard.press('s')
  await expect.poll(() => page.locator('.lane').count()).toBe(6)
  await page.keyboard.press('Escape')
  await page.locator('[role=table]').waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  expect(new URL(page.url()).searchParams.get('measure')).toBe('spend')
})

test.each([
  ['everybody', null, 'qwen3-32b has a full engine: 14 requests wait'],
  ['a team that uses it', 't_1', 'qwen3-32b (your model) has a full engine: 14 requests wait'],
])('a full engine is told to %s', async (_, team, text) => {
  const page = await openWall(browser, '/wall', { team })
  const told = page.locator('.items li.warn')
  await expect.poll(() => told.textContent().then((said) => said?.trim())).toBe(text)
  expect(await told.count()).toBe(1)
})

test('a day passes: the scenes go round, the clock goes on, and nothing is asked for in vain', async () => {
  let at = Date.parse('2026-11-21T14:30:00Z')
  const server = await serveWorld(worldOf(castOf(12), {}, () => at))
  onTestFinished(() => server[Symbol.asyncDispose]())
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC' })
  onTestFinished(() => page.close())
  let [boards, answered] = [0, 0]
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/board')) boards += 1
  })
  page.on('requestfinished', (request) => {
    if (request.url().includes('/api/v1/board')) answered += 1
  })
  await page.clock.install({ time: at })
  await page.goto(`${server.address}/wall?dwell=20`)
  await page.locator('.lane').first().waitFor()
  // From here on no second passes but those of the test, here and on the server.
  at += 60_000
  await page.clock.pauseAt(at)
  // The first word of the stream makes it ask again; an answer that took an hour would be given up.
  await expect
    .poll(async () => {
      await page.clock.runFor(100)
      return answered
    })
    .toBeGreaterThanOrEqual(2)
  const [clock, scene] = [page.locator('.clock'), page.locator('main.wall .scene')]
  for (let hour = 0; hour < 24; hour += 1) {
    at += 3_600_000
    const before = answered
    await page.clock.fastForward(3_600_000)
    await expect
      .poll(async () => {
        await page.clock.runFor(100)
        return await clock.textContent()
      })
      .toContain(new Date(at).toISOString().slice(11, 16))
    expect(await scene.count()).toBe(1)
    // Without any news the day goes on.
    await expect.poll(() => answered).toBeGreaterThan(before)
  }
  // One an hour, since the test lets an hour pass at once, and a few at the beginning.
  expect(boards).toBeLessThanOrEqual(28)
  const before = boards
  server.announce()
  await expect
    .poll(async () => {
      await page.clock.runFor(1000)
      return boards
    })
    .toBeGreaterThan(before)
  // By its own clock it goes on from scene to scene, however long it slept.
  const heading = page.getByRole('heading', { level: 1 })
  const seen = new Set<string | null>()
  for (let turn = 0; turn < 6; turn += 1) {
    seen.add(await heading.textContent())
    await page.clock.runFor(20_000)
  }
  expect([...seen].toSorted()).toEqual([
    'Models by tokens',
    'Own engines, tokens a second',
    'Race by Score',
    'Ranking by Score',
  ])
})

async function startGateway() {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 5,
    teams: 6,
    startsAt: Date.now(),
    now: Date.now,
    load: 1,
    oddities: false,
  })
  let gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const { url, port } = gateway
  return {
    env: { LITELLM_BASE_URL: url, LITELLM_API_KEY: simulator.keys.master },
    goAway: () => gateway.close(),
    comeBack: async () => {
      gateway = await simulator.listen({ port })
    },
  }
}

const isMarked = (page: Page) =>
  page.evaluate(() => document.documentElement.hasAttribute('data-same-page'))

test('the gateway is lost twice and the server once: the wall says so and goes on, without a reload', async () => {
  const gateway = await startGateway()
  const first = await startPodium({ ...gateway.env, POLL_SECONDS: '1' })
  onTestFinished(first.stop)
  const page = await browser.newPage({ locale: 'en-GB' })
  onTestFinished(() => page.close())
  await page.goto(`${first.address}/wall?dwell=600&measure=tokens`)
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  await page.locator('.age.ok').waitFor()

  for (let loss = 0; loss < 2; loss += 1) {
    await gateway.goAway()
    await page.locator('.told').getByText('The gateway cannot be read').waitFor()
    await page.locator('.age:is(.warn, .bad)', { hasText: 'Data from' }).waitFor()
    await gateway.comeBack()
    await page.locator('.age.ok').waitFor()
    await expect.poll(() => page.locator('.told').count()).toBe(0)
  }

  await first.stop()
  await page.locator('.told').getByText('Podium does not answer').waitFor()
  const second = await startPodium({
    ...gateway.env,
    POLL_SECONDS: '1',
    PORT: new URL(first.address).port,
  })
  onTestFinished(second.stop)
  await page.locator('.age.ok').waitFor()
  await expect.poll(() => page.locator('.told').count()).toBe(0)
  expect(await isMarked(page)).toBe(true)
})

test('behind a token it opens by its link, which hides the token, and signs in again when the session ends', async () => {
  const server = await scriptedServer()
  onTestFinished(server.close)
  const refusal = {
    status: 401,
    type: 'application/problem+json',
    body: { type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'A token is needed.' },
  }
  const session = { role: 'viewer', via: 'session', ways: ['token'] }
  server.answers.set('/api/v1/status', refusal)
  server.answers.set('/api/v1/session', { status: 200, body: session })
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const signIns: unknown[] = []
  await page.route('**/api/v1/session', async (route) => {
    if (route.request().method() === 'POST') {
      signIns.push(route.request().postDataJSON())
      server.answers.delete('/api/v1/status')
    }
    await route.continue()
  })
  await page.goto(`http://127.0.0.1:${server.port}/wall?size=hall#token=for%20the%20hall`)
  await page.locator('.age.ok').waitFor()
  expect(signIns).toEqual([{ token: 'for the hall' }])
  expect(page.url()).toBe(`http://127.0.0.1:${server.port}/wall?size=hall`)
  expect(await page.getByLabel('Token').count()).toBe(0)

  server.answers.set('/api/v1/status', refusal)
  server.announce()
  await expect.poll(() => signIns.length).toBe(2)
  await page.locator('.age.ok').waitFor()
  // Begun anew, it still knows it.
  server.answers.set('/api/v1/status', refusal)
  await page.reload()
  await expect.poll(() => signIns.length).toBe(3)
  await page.locator('.age.ok').waitFor()
})

test('a token that is not known is asked for, as anywhere', async () => {
  const server = await scriptedServer()
  onTestFinished(server.close)
  const refusal = {
    status: 401,
    type: 'application/problem+json',
    body: { type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'Not known.' },
  }
  server.answers.set('/api/v1/status', refusal)
  server.answers.set('/api/v1/session', refusal)
  const page = await browser.newPage({ locale: 'en-GB' })
  onTestFinished(() => page.close())
  await page.goto(`http://127.0.0.1:${server.port}/wall#token=old`)
  await page.getByLabel('Token', { exact: true }).waitFor()
})

test('a wall takes the page of a newer server by itself', async () => {
  const server = await scriptedServer()
  onTestFinished(server.close)
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(`http://127.0.0.1:${server.port}/wall`)
  await page.locator('.age.ok').waitFor()
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  server.breakStreams({ refuse: false, version: '2' })
  await expect.poll(() => isMarked(page)).toBe(false)
})
