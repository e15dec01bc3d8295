import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../api/dist/main.js')

let podium: ChildProcess
let browser: Browser
let address: string
const cwd = mkdtempSync(join(tmpdir(), 'podium-reference-'))

beforeAll(async () => {
  podium = spawn(process.execPath, [main], {
    cwd,
    env: { PATH: '/usr/bin:/bin', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  address = await new Promise<string>((resolve, reject) => {
    let output = ''
    podium.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Podium is at (\S+)\n/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    podium.on('close', () => reject(new Error(`ended early:\n${output}`)))
  })
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser.close()
  podium.kill()
  await once(podium, 'close')
  rmSync(cwd, { recursive: true })
})

test.each([
  [320, 'light'],
  [1280, 'dark'],
] as const)(
  'the reference at %i px in the %s theme is whole, still and accessible',
  async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) faults.push(`asked ${request.url()}`)
    })
    await page.goto(`${address}/docs`)
    await page.locator('details > summary').first().click()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(await page.locator('script, [style]').count()).toBe(0)

    await page.evaluate(axe.source)
    const violations: unknown = await page.evaluate(
      `axe.run().then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )
    expect(violations).toEqual([])
    expect(faults).toEqual([])
    await page.close()
  },
)

test('the keyboard leads past the list of routes, and every link into the page arrives', async () => {
  const page = await browser.newPage()
  await page.goto(`${address}/docs`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  const lost = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => document.getElementById(id) === null),
    )
  expect(lost).toEqual([])
  await page.close()
})
