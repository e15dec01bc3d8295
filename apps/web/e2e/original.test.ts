import { createServer, type AddressInfo } from 'node:net'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startStoppableGateway } from '../../api/test/support/stoppable-gateway.ts'
import { launchBrowser } from './support/browser.ts'
import { noGateway, startPodium } from './support/start-podium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** One that nothing listens on at the moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- it listens on TCP
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('addresses of the original lead to the same view', async () => {
  const podium = await startPodium(noGateway)
  onTestFinished(() => podium.stop())
  const page = await browser.newPage()
  const days = 'start=2026-11-01&end=2026-11-07'
  await page.goto(`${podium.address}/chart?search=lions&${days}`)
  const meant = '/analytics?q=lions&from=2026-11-01&to=2026-11-07&tz=UTC'
  await expect.poll(() => page.url()).toBe(`${podium.address}${meant}`)
  await page.goto(`${podium.address}/leaderboard`)
  await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  await page.close()
})

test('the page of one server shows the board of another one', async () => {
  const port = await freePort()
  const gateway = await startStoppableGateway('sk-master-1234')
  const backend = await startPodium({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: gateway.masterKey,
    VITE_LEADERBOARD_FRONTEND_PORT: String(port),
  })
  onTestFinished(() => backend.stop())
  const front = await startPodium({
    ...noGateway,
    PORT: String(port),
    VITE_BACKEND_URL: backend.address,
  })
  onTestFinished(() => front.stop())
  const page = await browser.newPage()
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.add(origin)
  })
  await page.goto(`http://localhost:${port}/?range=24h`)
  await page.locator('[data-team]').first().waitFor()
  expect([...asked]).toEqual([backend.address])
  await page.close()
})
