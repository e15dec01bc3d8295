import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { castOf } from './walk/cast.ts'
import { serveWorld } from './walk/serve-world.ts'
import { worldOf } from './walk/world-of.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function openBoard(path = '/') {
  const server = await serveWorld(worldOf(castOf(12)))
  const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(async () => {
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  await page.goto(server.address + path)
  await page.locator('[data-team]').first().waitFor()
  await page.locator('.foot').waitFor()
  return { page, address: server.address }
}

const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
const choose = (page: Page, name: string) =>
  page.getByRole('radiogroup').getByText(name, { exact: true }).click()

test('Back undoes measure, range and filter, one by one, down to an address that says nothing', async () => {
  const { page } = await openBoard()
  const shown = () => query(page)
  await choose(page, 'Spend')
  await expect.poll(shown).toEqual({ measure: 'spend' })
  await choose(page, '7 days')
  await expect.poll(shown).toEqual({ measure: 'spend', range: '7d' })
  await page.getByRole('button', { name: 'Filter' }).click()
  await page
    .getByRole('dialog')
    .locator('label', { has: page.getByRole('checkbox') })
    .first()
    .click()
  await expect.poll(() => Object.keys(shown())).toEqual(['measure', 'range', 'team'])
  await page.getByRole('button', { name: 'Done' }).click()

  await page.goBack()
  await expect.poll(shown).toEqual({ measure: 'spend', range: '7d' })
  await page.goBack()
  await expect.poll(shown).toEqual({ measure: 'spend' })
  await page.goBack()
  await expect.poll(shown).toEqual({})
  // Which measure is shown then, the board's answer says.
  await expect.poll(() => page.getByRole('radio', { name: 'Spend' }).isChecked()).toBe(false)
  await page.goForward()
  await expect.poll(shown).toEqual({ measure: 'spend' })
  // What Back and Forward led to is what the next visit begins with.
  await page.goto(new URL('/', page.url()).href)
  await expect.poll(shown).toEqual({ measure: 'spend' })
})

test('what is typed leaves no trace in the history', async () => {
  const { page } = await openBoard()
  await choose(page, 'Spend')
  await page.getByRole('searchbox').pressSequentially('lions')
  await expect.poll(() => query(page)).toEqual({ measure: 'spend', q: 'lions' })
  await page.goBack()
  await expect.poll(() => query(page)).toEqual({})
})

test('measures, ranges and the own team have keys', async () => {
  const { page, address } = await openBoard()
  const shown = () => query(page)
  const names = await page
    .getByRole('radiogroup', { name: 'Measure' })
    .locator('label')
    .allTextContents()
  for (const [index, name] of names.entries()) {
    await page.keyboard.press(String(index + 1))
    await expect
      .poll(() => page.getByRole('radio', { name: name.trim(), exact: true }).isChecked())
      .toBe(true)
  }
  await page.keyboard.press(']')
  await expect.poll(() => shown()['range']).toBe('7d')
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect.poll(() => shown()['range']).toBe('24h')
  await page.keyboard.press('m')
  await page.locator('.toast').getByText('This is my team').waitFor()
  await page.evaluate(() => localStorage.setItem('podium.team', 't_2'))
  await page.goto(`${address}/`)
  await page.locator('.foot').waitFor()
  await page.keyboard.press('m')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/t/t_2')
})

test('the palette finds teams, measures, ranges and pages, by keys alone', async () => {
  const { page } = await openBoard()
  const palette = page.getByRole('dialog', { name: 'Find anything' })
  const open = async (text: string) => {
    await page.keyboard.press('Control+k')
    await palette.getByRole('combobox').and(page.locator(':focus')).waitFor()
    await page.keyboard.type(text)
  }
  await open('effic')
  await palette.getByRole('option', { name: 'Efficiency', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => query(page)).toEqual({ measure: 'efficiency' })
  await open('7 da')
  await page.keyboard.press('Enter')
  await expect.poll(() => query(page)).toEqual({ measure: 'efficiency', range: '7d' })
  await open('goats')
  await palette.getByRole('option', { name: 'Gradient Goats', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Gradient Goats' }).waitFor()
  await page.goBack()
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  await open('analyt')
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/analytics')
  expect(query(page)).toEqual({ range: '7d' })
  await open('')
  await page.keyboard.press('Escape')
  await expect.poll(() => palette.count()).toBe(0)
})

test('on paper stands what is shown, of which span, and since when', async () => {
  const { page } = await openBoard('/?measure=spend&range=7d&tz=Europe/Berlin')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const lead = page.locator('.printed-lead')
  await expect.poll(() => lead.isVisible()).toBe(true)
  const text = await lead.textContent()
  expect(text).toMatch(/Ranking by Spend · the last 7 days, Europe\/Berlin · Printed .*2026/)
})

test('beside the board is what it shows as CSV and as JSON', async () => {
  const { page } = await openBoard('/?measure=spend&range=7d')
  const links = page.locator('.foot .data-links a')
  const asked = await links.evaluateAll((all) =>
    all.map((link) => new URL(link.getAttribute('href') ?? '', location.href)).map(String),
  )
  expect(asked.map((link) => new URL(link).pathname)).toEqual([
    '/api/v1/export/board.csv',
    '/api/v1/board',
  ])
  for (const link of asked) {
    const { searchParams } = new URL(link)
    expect([searchParams.get('measure'), searchParams.get('range')]).toEqual(['spend', '7d'])
  }
})

test('Tab goes from control to control, and never into the void', async () => {
  const { page } = await openBoard()
  const heads = await page.locator('[role=columnheader] button').count()
  expect(heads).toBeGreaterThan(0)
  const stops: string[] = []
  // Behind the last control the browser itself has the keyboard.
  while (stops.length < 100 && stops.at(-1) !== 'SUMMARY') {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(stopOf))
  }
  expect(stops.at(-1)).toBe('SUMMARY')
  expect(stops).not.toContain('nowhere')
  expect(stops.filter((stop) => stop === 'head')).toHaveLength(heads)
})

function stopOf(): string {
  const { activeElement: active } = document
  if (active === null || active === document.body) return 'nowhere'
  return active.closest('[role=columnheader]') === null ? active.tagName : 'head'
}
