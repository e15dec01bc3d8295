import axe from 'axe-core'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { noGateway, startPodium, type RunningPodium } from './support/start-podium.ts'

let podium: RunningPodium
let browser: Browser

beforeAll(async () => {
  podium = await startPodium(noGateway)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await podium.stop()
})

type Looks = { width: number; colorScheme: 'light' | 'dark' }
const phone: Looks = { width: 320, colorScheme: 'light' }
const looks: Looks[] = inject('isDeep') ? [phone, { width: 1280, colorScheme: 'dark' }] : [phone]

/** Its faults are what fails on the page, what it asks of other hosts, and what its policy refuses. */
async function openDocs({ width, colorScheme }: Looks, place = '') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (/^(?:data|blob):/.test(url) || url.startsWith(podium.address)) return route.continue()
    faults.push(`asked ${url}`)
    return route.abort()
  })
  await page.goto(`${podium.address}/docs${place}`)
  await page.getByRole('heading', { level: 1, name: 'Podium' }).waitFor({ state: 'attached' })
  return { page, faults }
}

const board = '#tag/board/GET/api/v1/board'
const boardTitle = 'Ranked teams with every measure, and what is not ranked'
const wide = { width: 1280, colorScheme: 'light' } as const

/** Scalar gives the regions of all examples one name, which no style of ours changes. */
const rules = { 'landmark-unique': { enabled: false } }

async function violationsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run({ rules: ${JSON.stringify(rules)} }).then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  )
}

test.each(looks)(
  'the reference at $width px in the $colorScheme theme fits, is accessible and asks nobody else',
  async (one) => {
    const { page, faults } = await openDocs(one, board)
    await page.getByRole('heading', { name: boardTitle }).waitFor()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  },
)

test('the page explains parameters and the fields of an answer', async () => {
  const { page } = await openDocs(wide, board)
  await page.getByText('What ranks the teams').first().waitFor()
  const field = page
    .getByText('When the gateway was last read successfully; null is never.')
    .first()
  // The page is still being put together: a click that comes too early opens nothing.
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: /^200/ }).first().click()
      return await field.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
    })
    .toBe(true)
  await page.close()
})

test('the keyboard leads from the list of routes to a route', async () => {
  const { page } = await openDocs(wide)
  const link = page.getByRole('link', { name: 'Tokens by model' }).first()
  await link.waitFor()
  const isAtLink = () => link.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 20 && !(await isAtLink()); steps += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/docs#**/tokens/models')
  await page.getByRole('heading', { name: 'Tokens by model' }).waitFor()
  await page.close()
})

test('a request can be tried from the page', async () => {
  const { page, faults } = await openDocs(wide)
  await page
    .getByRole('button', { name: /^Test Request/ })
    .first()
    .click()
  const answer = page.waitForResponse(`${podium.address}/tokens`)
  await page.getByRole('button', { name: /^Send/ }).first().click()
  expect((await answer).status()).toBe(200)
  expect(faults).toEqual([])
  await page.close()
})
