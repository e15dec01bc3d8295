import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../api/src/main.ts')

let podium: ChildProcess
let browser: Browser
let address: string

beforeAll(async () => {
  podium = spawn(process.execPath, [main], {
    env: { PATH: '/usr/bin:/bin', PORT: '0', POLL_SECONDS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  address = await said(podium, /Podium is at (\S+)/)
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser.close()
  podium.kill()
  await once(podium, 'close')
})

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = pattern.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('close', () => reject(new Error(`ended without ${String(pattern)}:\n${output}`)))
  })
}

async function open(
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage(options)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked ${request.url()}`)
  })
  await page.goto(address)
  await page.locator('ol > li').first().waitFor()
  return { page, faults }
}

test('the demo board ranks its teams and changes by itself', async () => {
  const { page, faults } = await open()
  const read = () =>
    page
      .locator('ol > li .value span[title]')
      .evaluateAll((values) =>
        values.map((value) =>
          Number.parseInt(value.getAttribute('title')?.replaceAll(',', '') ?? '', 10),
        ),
      )
  const first = await read()
  expect(first.length).toBeGreaterThan(2)
  expect(first).toEqual(first.toSorted((a, b) => b - a))
  await expect.poll(read, { timeout: 30_000, interval: 250 }).not.toEqual(first)
  expect(await page.getByText('Demo data').first().isVisible()).toBe(true)
  expect(faults).toEqual([])
  await page.close()
})

test.each([
  [320, 'light'],
  [768, 'dark'],
  [1440, 'light'],
  [3840, 'dark'],
] as const)('at %i px in the %s theme nothing scrolls sideways', async (width, colorScheme) => {
  const { page, faults } = await open({ viewport: { width, height: 900 }, colorScheme })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  expect(faults).toEqual([])
  await page.close()
})

test('an unknown address says so and leads back', async () => {
  const page = await browser.newPage()
  await page.goto(`${address}/nowhere`)
  await page.getByRole('link', { name: 'Back to the board' }).click()
  await page.locator('ol > li').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  await page.close()
})
