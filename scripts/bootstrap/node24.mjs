import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'
import { SetupError } from './setup-error.mjs'

// 24.5 brought the outbound proxy that the gateway's client uses.
const wanted = [24, 5]

const here = {
  version: process.versions.node,
  execPath: process.execPath,
  platform: process.platform,
  arch: process.arch,
  path: process.env.PATH ?? '',
  root,
}

/** This Node, the workspace's own, or one on the PATH: the first that runs and is new enough. */
export function findNode24(machine = here) {
  if (isNewEnough(machine.version)) return machine.execPath
  const suffix = machine.platform === 'win32' ? '.exe' : ''
  const names = ['node', 'node24', 'nodejs'].map((name) => name + suffix)
  const own = `node_modules/node-${machine.platform}-${machine.arch}/bin/node`
  const onPath = machine.path
    .split(delimiter)
    .flatMap((directory) => names.map((name) => join(directory, name)))
  const found = [join(machine.root, own), ...onPath].find(
    (path) => existsSync(path) && isNewEnough(versionOf(path)),
  )
  if (found !== undefined) return found
  throw new SetupError(
    `Podium needs Node ${wanted.join('.')} or newer, and npm has none that runs on this machine (${machine.platform} ${machine.arch}): install it from nodejs.org or with your package manager, then call this again.`,
  )
}

function versionOf(path) {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 5000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).slice(1)
  } catch {
    // Present, but not for this machine (another libc, another processor): as good as absent.
    return '0.0'
  }
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1])
}
