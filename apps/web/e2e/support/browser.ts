import { chromium, type Browser } from 'playwright'
import { chromiumFlags } from './chromium-flags.ts'

/** `podium.lan` is this machine by a name, which makes it what a LAN is: no secure context. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...chromiumFlags, '--host-resolver-rules=MAP podium.lan 127.0.0.1'],
  })
  // As vitest's own: for what will never happen, on the slowest machine.
  browser.on('context', (context) => context.setDefaultTimeout(90_000))
  return browser
}
