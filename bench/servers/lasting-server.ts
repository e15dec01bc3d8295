import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { frugal } from '../../scripts/bootstrap/frugal.mjs'
import { readPort } from './read-port.ts'

const main = join(import.meta.dirname, '../../apps/api/dist/main.js')

export type LastingServer = {
  address: string
  /** As when the machine loses its power. */
  kill: () => Promise<void>
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}

/** Podium in a folder and at a port that it finds again. */
export async function startLastingServer(env: Record<string, string>): Promise<LastingServer> {
  const cwd = mkdtempSync(join(tmpdir(), 'podium-bench-'))
  const start = (port: string) =>
    spawn(process.execPath, [...frugal.flags, main], {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], ...frugal.env, ...env, PORT: port },
    })
  let server = start('0')
  const port = String(await readPort(server))
  return {
    address: `http://127.0.0.1:${port}`,
    kill: () => end(server, 'SIGKILL'),
    startAgain: async () => {
      server = start(port)
      await readPort(server)
    },
    stop: async () => {
      await end(server, 'SIGTERM')
      rmSync(cwd, { recursive: true })
    },
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
