import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { cores, end, spawnPinned } from '../pinned.ts'
import { countCalls } from '../upstream/count-calls.ts'
import { readPort } from './read-port.ts'

const main = join(import.meta.dirname, '../../apps/api/dist/main.js')

/** `calls` is how often it has asked its gateway. */
type Watching = { server: ChildProcess; port: number; calls: () => number }

/** Podium with a gateway of thirty teams at work. */
export async function startWatching(
  parts: AsyncDisposableStack,
  env: Record<string, string>,
): Promise<Watching> {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 7,
    teams: 30,
    startsAt: Date.now() - 3_600_000,
    now: Date.now,
    flushSeconds: 1,
  })
  const gateway = await simulator.listen()
  parts.defer(() => gateway.close())
  const { url, calls, close } = await countCalls(gateway.url)
  parts.defer(close)
  const cwd = mkdtempSync(join(tmpdir(), 'podium-bench-'))
  parts.defer(() => rmSync(cwd, { recursive: true }))
  const server = spawnPinned(cores.server, main, {
    cwd,
    env: {
      PORT: '0',
      // Every viewer of a bench comes from one address.
      REQUESTS_PER_SECOND: '0',
      LITELLM_BASE_URL: url,
      LITELLM_API_KEY: simulator.keys.master,
      ...env,
    },
  })
  parts.defer(() => end(server))
  return { server, port: await readPort(server), calls }
}
