import { apt, canInstall, findProgram, isExecutable, type Environment } from './debian.ts'

// The one without windows draws the same pages in half the time.
const windowless = 'chromium-headless-shell'
const names = [windowless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApp = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

export type Found = { path: string } | { problem: string }

/** The Chromium that CHROMIUM names, one on the PATH, or Debian's, installed where that is possible. */
export function ensureChromium(env: Environment, tell: (line: string) => void): Found {
  const named = env['CHROMIUM']
  if (named !== undefined && named !== '')
    return isExecutable(named) ? { path: named } : { problem: 'CHROMIUM names no program.' }
  const existing = findChromium(env)
  if (existing !== undefined) return { path: existing }
  if (!canInstall(env))
    return {
      problem:
        'The tests need Chromium: install it (Debian: apt-get install chromium), or name yours with CHROMIUM.',
    }
  tell('Setting up: installing Debian’s Chromium for the tests, once …')
  const install = (name: string) => apt(['install', '--yes', '--no-install-recommends', name])
  const installed = apt(['update']) && (install(windowless) || install('chromium'))
  const path = installed ? findChromium(env) : undefined
  return path === undefined
    ? {
        problem:
          'Debian’s Chromium could not be installed: run apt-get install chromium and see why.',
      }
    : { path }
}

function findChromium(env: Environment): string | undefined {
  return findProgram(names, env) ?? (isExecutable(macApp) ? macApp : undefined)
}
