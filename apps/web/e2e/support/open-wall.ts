import type { Browser } from 'playwright'
import { onTestFinished } from 'vitest'
import { castOf } from '../walk/cast.ts'
import { serveWorld } from '../walk/serve-world.ts'
import { worldOf } from '../walk/world-of.ts'

/** With thirty teams. */
export async function openWall(
  browser: Browser,
  path: string,
  {
    width = 1920,
    height = 1080,
    team = null,
    locale = 'en-GB',
  }: { width?: number; height?: number; team?: string | null; locale?: string } = {},
) {
  const server = await serveWorld(worldOf(castOf(30)))
  const page = await browser.newPage({
    viewport: { width, height },
    locale,
    reducedMotion: 'reduce',
  })
  onTestFinished(async () => {
    await page.close()
    await server[Symbol.asyncDispose]()
  })
  if (team !== null) await page.addInitScript((id) => localStorage.setItem('podium.team', id), team)
  await page.goto(server.address + path)
  await page.locator('.lane').first().waitFor()
  return page
}
