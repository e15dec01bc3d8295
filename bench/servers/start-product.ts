import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { frugal } from '../../scripts/bootstrap/frugal.mjs'
import { cores, cpuSeconds, end, spawnPinned } from '../pinned.ts'
import { seedStore } from './seed-store.ts'

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url))

export type Product = { server: ChildProcess; port: number; stop: () => Promise<void> }

/** Podium as an operator runs it, its log as JSON into a file, with so many teams booked today; its gateway is away, so the data stays as it is. */
export function startProduct(size: Parameters<typeof seedStore>[1]): Promise<Product> {
  return startOver((directory) => seedStore(directory, size))
}

/** The same over a store that somebody else has filled. */
export async function startOver(seed: (directory: string) => Promise<void>): Promise<Product> {
  const cwd = mkdtempSync(join(tmpdir(), 'podium-bench-'))
  await seed(join(cwd, 'data'))
  const log = join(cwd, 'podium.log')
  const output = openSync(log, 'a')
  const server = spawnPinned(cores.server, main, {
    cwd,
    output,
    flags: frugal.flags,
    env: {
      ...frugal.env,
      PORT: '0',
      LOG_FORMAT: 'json',
      LITELLM_BASE_URL: 'http://127.0.0.1:9',
      LITELLM_API_KEY: 'sk-bench',
    },
  })
  closeSync(output)
  const port = await portIn(log, server)
  await quiet(server)
  return {
    server,
    port,
    stop: async () => {
      await end(server)
      rmSync(cwd, { recursive: true })
    },
  }
}

/** Where it listens, as its log says. */
async function portIn(log: string, server: ChildProcess): Promise<number> {
  while (server.exitCode === null) {
    const port = /http:\/\/[^\s:]+:(\d+)/.exec(readFileSync(log, 'utf8'))?.[1]
    if (port !== undefined) return Number(port)
    await sleep(50)
  }
  throw new Error(`Podium ended: ${readFileSync(log, 'utf8')}`)
}

/** Until its threads have all come up and wait: a clock that ticks takes less than a hundredth. */
async function quiet(server: ChildProcess): Promise<void> {
  let before = -1
  while (cpuSeconds(server) > before + 0.01) {
    before = cpuSeconds(server)
    await sleep(500)
  }
}
