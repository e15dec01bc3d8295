import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apt, canInstall, findProgram, isExecutable, type Environment } from './debian.ts'
import type { Found } from './chromium.ts'

const kept = join(import.meta.dirname, '../node_modules/.cache/podium')
const inPackage = './usr/bin/promtool'
/** Beside it, so that tests find both. */
const serverInPackage = './usr/bin/prometheus'

/** The promtool that PROMTOOL names, one on the PATH, or that of Debian's prometheus, taken out of its package. */
export function ensurePromtool(env: Environment, tell: (line: string) => void): Found {
  const named = env['PROMTOOL']
  if (named !== undefined && named !== '')
    return isExecutable(named) ? { path: named } : { problem: 'PROMTOOL names no program.' }
  const path = join(kept, inPackage)
  const existing = findProgram(['promtool'], env) ?? (isExecutable(path) ? path : undefined)
  if (existing !== undefined) return { path: existing }
  if (canInstall(env)) {
    tell('Setting up: taking promtool and prometheus out of Debian’s package for the tests, once …')
    if (unpack() && isExecutable(path)) return { path }
  }
  return {
    problem:
      'What /metrics says is not checked: there is no promtool (Debian: apt-get install prometheus), and PROMTOOL names none.',
  }
}

/** Of the package the two programs are wanted. */
function unpack(): boolean {
  const directory = mkdtempSync(join(tmpdir(), 'podium-promtool-'))
  const download = () => apt(['download', 'prometheus'], directory)
  try {
    if (!download() && !(apt(['update']) && download())) return false
    const [file] = readdirSync(directory)
    if (file === undefined) return false
    mkdirSync(kept, { recursive: true })
    const command = `dpkg-deb --fsys-tarfile "$1" | tar --extract --directory "$2" "$3" "$4"`
    const wanted = [inPackage, serverInPackage]
    const args = ['-c', command, 'unpack', join(directory, file), kept, ...wanted]
    return spawnSync('sh', args, { stdio: 'ignore' }).status === 0
  } finally {
    rmSync(directory, { recursive: true })
  }
}
