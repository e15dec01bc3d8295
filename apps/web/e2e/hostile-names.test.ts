import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { watchFaults } from './support/watch-faults.ts'
import { hostileCast } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Elements that only a name can have made, and how far the page scrolls sideways. */
const madeByNames = (page: Page) =>
  page.evaluate(() => ({
    elements: document.body.querySelectorAll('img, iframe, script:not([src])').length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
const harmless = { elements: 0, sideways: 0 }

// As `document.title` tells it.
const inTitle = (name: string) => name.replaceAll(/[\t\n\f\r ]+/g, ' ').trim()

// In the short form every third of them.
const hostile = hostileCast.filter((_, index) => inject('isDeep') || index % 3 === 0)

test.each(hostile.map((team) => ({ ...team, begin: team.name.slice(0, 24) })))(
  '“$begin” is text in the title, the board, the card and the filters, and breaks no policy',
  async ({ id, name }) => {
    await using server = await serveWorld(worldOf([{ id, name, gone: false, mark: 0 }]))
    const page = await browser.newPage({ viewport: { width: 360, height: 800 }, locale: 'en-GB' })
    const faults = watchFaults(page, server.address)
    const read = (where: string) => page.locator(where).first().textContent()
    await page.goto(`${server.address}/t/${id}?team=${id}`)
    await page.locator('dialog[open] .mine').waitFor()
    await expect.poll(() => page.title()).toBe(`${inTitle(name)} leads · Podium`)
    expect(await read('dialog h2 bdi')).toBe(name)
    expect(await madeByNames(page)).toEqual(harmless)

    await page.locator('dialog .mine button').click()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
    expect(await read('[data-team] bdi')).toBe(name)
    expect(await read('.active bdi')).toBe(`Team: ${name}`)

    await page.getByRole('button', { name: 'Filter' }).click()
    await page.locator('dialog[open] label bdi').first().waitFor()
    expect(await read('dialog[open] label bdi')).toBe(name)
    expect(await madeByNames(page)).toEqual(harmless)
    expect(faults).toEqual([])
    await page.close()
  },
)

test('a policy that is broken is a fault', async () => {
  await using server = await serveWorld(worldOf(hostileCast))
  const page = await browser.newPage()
  const faults = watchFaults(page, server.address)
  await page.goto(server.address)
  await page.locator('[data-team]').first().waitFor()
  expect(faults).toEqual([])
  await page.evaluate(() => {
    document.body.append(document.createRange().createContextualFragment('<script>1</script>'))
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title=1">')
  })
  await expect
    .poll(() => faults.filter((fault) => fault.includes('Content Security Policy')).length)
    .toBeGreaterThanOrEqual(2)
  await page.close()
})
