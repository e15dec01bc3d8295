import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { explainInstall } from '../bootstrap/explain-install.mjs'
import { findNode24 } from '../bootstrap/node24.mjs'

const bootstrap = join(import.meta.dirname, '../bootstrap.mjs')

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'podium-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const oldNode = (path: string) => ({
  version: '20.20.2',
  execPath: '/usr/bin/node',
  platform: 'linux' as const,
  arch: 'x64' as const,
  path,
  root: '/nowhere',
})

test('a Node that is new enough runs everything itself', () => {
  expect(findNode24({ ...oldNode(''), version: '24.5.0' })).toBe('/usr/bin/node')
})

test.each(['22.20.0', '24.4.1'])('Node %s is too old', (version) => {
  expect(() => findNode24({ ...oldNode(''), version })).toThrow('Podium needs Node 24.5')
})

test('on an old Node, one on the PATH is found; a broken one is passed over', () => {
  const [broken, good] = [temporaryFolder(), temporaryFolder()]
  writeFileSync(join(broken, 'node'), 'not a program', { mode: 0o755 })
  symlinkSync(process.execPath, join(good, 'node24'))
  expect(findNode24(oldNode(`${broken}:${good}`))).toBe(join(good, 'node24'))
})

test('without a Node 24 it says in one sentence how to get one', () => {
  expect(() => findNode24(oldNode(temporaryFolder()))).toThrow(
    /^Podium needs Node 24\.5 or newer, .+ \(linux x64\): install it from nodejs\.org .+\.$/,
  )
})

test.each([
  [
    'GET https://registry.npmjs.org/pnpm getaddrinfo ENOTFOUND registry.npmjs.org',
    /registry cannot be reached/,
  ],
  ['npx: not found', /npm is missing/],
  ['write ENOSPC', /disk is full/],
  ['ERR_PNPM_OUTDATED_LOCKFILE', /does not fit/],
  ['Failed to create virtual store: Permission denied (os error 13)', /may not be written/],
  ['mkdir node_modules: Read-only file system (os error 30)', /may not be written/],
  ['something new', /The installer's last words:\nsomething new$/],
])('"%s" is explained', (output, sentence) => {
  expect(explainInstall(output, 'pnpm@12')).toMatch(sentence)
})

test('an unknown command is one sentence and no success', () => {
  const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'dance'], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^There is no command "dance": setup, start, .+\.\n$/)
})

/** A checkout with an installer of ours in the place of npx. */
function checkoutWith(installer: (folder: string) => string) {
  const folder = temporaryFolder()
  const scripts = join(folder, 'scripts')
  cpSync(join(import.meta.dirname, '../bootstrap'), join(scripts, 'bootstrap'), { recursive: true })
  cpSync(bootstrap, join(scripts, 'bootstrap.mjs'))
  for (const name of ['apps', 'packages', 'bin']) mkdirSync(join(folder, name))
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'bin/npx'), `#!/bin/sh\n${installer(folder)}`, { mode: 0o755 })
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
  return { folder, script: join(scripts, 'bootstrap.mjs'), path }
}

/** It never ends by itself; `sleep` holds its output open as long as it lives. */
const installsForEver = (folder: string) => `sleep 60 &\necho > '${folder}/installing'\nwait\n`

test('a quiet npm does not hide why nothing could be installed', () => {
  const { script, path } = checkoutWith(
    () => '[ "$npm_config_loglevel" = silent ] || echo ENOTFOUND\nexit 1\n',
  )
  const { status, stderr } = spawnSync(process.execPath, [script, 'start'], {
    encoding: 'utf8',
    env: { PATH: path, npm_config_loglevel: 'silent' },
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/The npm registry cannot be reached/)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s while it installs ends the installer and what that has started',
  async (signal) => {
    const { folder, script, path } = checkoutWith(installsForEver)
    const child = spawn(process.execPath, [script, 'start'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: path },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await expect.poll(() => existsSync(join(folder, 'installing'))).toBe(true)
    child.kill(signal)
    await once(child, 'close')
    expect(child.exitCode).toBe(1)
    expect(said).toMatch(/Stopped while setting up: call this again to go on\.\n$/)
  },
)
