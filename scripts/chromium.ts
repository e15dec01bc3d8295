import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chromium-headless-shell',
]
const macApp = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

export type Found = { path: string } | { problem: string }

/** The Chromium that CHROMIUM names, one on the PATH, or Debian's, installed where that is possible. */
export function ensureChromium(
  env: Record<string, string | undefined>,
  tell: (line: string) => void,
): Found {
  const named = env['CHROMIUM']
  if (named !== undefined && named !== '')
    return isExecutable(named) ? { path: named } : { problem: 'CHROMIUM names no program.' }
  const existing = findChromium(env)
  if (existing !== undefined) return { path: existing }
  if (process.getuid?.() !== 0 || !has('apt-get', env))
    return {
      problem:
        'The tests need Chromium: install it (Debian: apt-get install chromium), or name yours with CHROMIUM.',
    }
  tell('Setting up: installing Debian’s Chromium for the tests, once …')
  const installed =
    apt(['update']) && apt(['install', '--yes', '--no-install-recommends', 'chromium'])
  const path = installed ? findChromium(env) : undefined
  return path === undefined
    ? {
        problem:
          'Debian’s Chromium could not be installed: run apt-get install chromium and see why.',
      }
    : { path }
}

function findChromium(env: Record<string, string | undefined>): string | undefined {
  const directories = (env['PATH'] ?? '').split(delimiter).concat('/usr/bin')
  const paths = directories.flatMap((directory) => names.map((name) => join(directory, name)))
  return [...paths, macApp].find(isExecutable)
}

function apt(args: string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore', env: environment }).status === 0
}

function has(program: string, env: Record<string, string | undefined>): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore', env: { PATH: env['PATH'] } })
    return true
  } catch {
    return false
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
