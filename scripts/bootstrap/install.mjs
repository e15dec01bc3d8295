import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explainInstall } from './explain-install.mjs'
import { root } from './root.mjs'
import { SetupError } from './setup-error.mjs'

const pnpm = 'pnpm@12.21.0'
const installing = {
  // Development tools are needed to build and test, whatever the environment says.
  NODE_ENV: 'development',
  CI: 'true',
  // What npm says is needed to tell why it failed, also under `npm --silent`.
  npm_config_loglevel: 'error',
  // A machine without a network hears so in seconds, not in minutes.
  npm_config_fetch_retry_mintimeout: '1000',
  npm_config_fetch_retry_maxtimeout: '3000',
}
const stamp = join(root, 'node_modules', '.podium-installed')

/** Installs what the lock file says, when it says something new or another tool has been at node_modules. */
export async function installWorkspace() {
  const wanted = fingerprint()
  if (isInstalled(wanted)) return
  process.stderr.write('Setting up: installing what Podium is made of, once …\n')
  const { code, output, isStopped } = await quietly('npx', [
    '--yes',
    pnpm,
    'install',
    '--frozen-lockfile',
  ])
  if (isStopped) throw new SetupError('Stopped while setting up: call this again to go on.')
  if (code !== 0) throw new SetupError(explainInstall(output, pnpm))
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()])
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function manifests() {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(parent, name)),
  )
  return ['.', 'bench', ...folders]
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(join(root, file)))
}

/** npm puts folders where pnpm puts links, so a stray `npm install` shows. */
function isInstalled(wanted) {
  try {
    const isPnpms = lstatSync(join(root, 'node_modules', 'typescript')).isSymbolicLink()
    return isPnpms && readFileSync(stamp, 'utf8') === wanted
  } catch {
    return false
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const isWindows = process.platform === 'win32'

/** Runs to the end or to a signal, which ends all that the command has started. */
function quietly(command, args) {
  return new Promise((resolve) => {
    // Before the command runs: a signal that comes in between would end this process and leave the command alone.
    for (const signal of signals) process.on(signal, stop)
    const child = spawn(command, args, {
      cwd: root,
      shell: isWindows,
      detached: !isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...installing },
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    let isStopped = false
    function stop() {
      // One Ctrl-C may come several times: from the terminal and from npm.
      if (isStopped || child.exitCode !== null) return
      isStopped = true
      if (isWindows) child.kill()
      else process.kill(-child.pid, 'SIGTERM')
    }
    const end = (code, told) => {
      for (const signal of signals) process.off(signal, stop)
      resolve({ code, output: told, isStopped })
    }
    child.on('error', () => end(1, 'npx: not found'))
    child.on('close', (code) => end(code ?? 1, output))
  })
}
