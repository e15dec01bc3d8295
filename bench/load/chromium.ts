import type { Browser, CDPSession, Page } from 'playwright'
import { launchBrowser } from '../../apps/web/e2e/support/browser.ts'
import { ensureChromium } from '../../scripts/chromium.ts'

/** The Chromium that the tests use. */
export async function openBrowser(): Promise<Browser> {
  const found = ensureChromium(process.env, (line) => console.error(line))
  if ('problem' in found) throw new Error(found.problem)
  process.env['CHROMIUM'] = found.path
  return await launchBrowser()
}

/** A page in a browser that has never been here. */
export async function openPage(browser: Browser): Promise<{ page: Page; devtools: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // What the bench asks the page is text, which the policy would not let it evaluate.
    bypassCSP: true,
  })
  const page = await context.newPage()
  return { page, devtools: await context.newCDPSession(page) }
}
