import { chromium, type Browser } from 'playwright'

/** `podium.lan` is this machine by a name, which makes it what a LAN is: no secure context. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP podium.lan 127.0.0.1',
    ],
  })
}
