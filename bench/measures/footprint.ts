import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bookPoll } from '@podium/api/src/collect/book-poll.ts'
import { utcDate } from '@podium/api/src/domain/utc-day.ts'
import { connectStore, guardStore } from '@podium/api/src/store/open-store.ts'
import { storeLocation } from '@podium/api/src/store/store-location.ts'
import { createLiteLLMClient } from '@podium/litellm-client'
import { frugal } from '../../scripts/bootstrap/frugal.mjs'
import { atMost, median, type Figure, type Measure } from '../measure.ts'
import { readPort } from '../servers/read-port.ts'

const main = join(import.meta.dirname, '../../apps/api/dist/main.js')
const bareScript = join(import.meta.dirname, '../servers/bare-start.ts')

const pollSeconds = 10
const polls = (8 * 3600) / pollSeconds
const livePolls = 15
const starts = 5

export const footprint: Measure = {
  id: 'p9',
  name: 'P9: the server after 8 hours of polls every 10 s, 200 teams, 400 cells that grow with each',
  run: async () => {
    await using made = new AsyncDisposableStack()
    const directory = mkdtempSync(join(tmpdir(), 'podium-bench-'))
    made.defer(() => rmSync(directory, { recursive: true }))
    const gateway = fork(join(import.meta.dirname, '../upstream/growing-gateway.ts'))
    made.defer(() => gateway.disconnect())
    const baseUrl = `http://127.0.0.1:${portOf((await once(gateway, 'message')).at(0))}`
    const bytes = await liveEightHours(directory, baseUrl)
    const server = { script: main, directory, baseUrl, cache: join(directory, 'compiled') }
    const bare = { ...server, script: bareScript, cache: join(directory, 'bare-compiled') }
    const cold = await serve(server, 0)
    await serve(bare, 0)
    const runs = []
    const bareRuns = []
    for (let run = 0; run < starts; run += 1) {
      runs.push(await serve(server, run === 0 ? livePolls * pollSeconds : 0))
      bareRuns.push(await serve(bare, 0))
    }
    const limit = median(bareRuns.map(({ startSeconds }) => startSeconds))
    return [
      atMost(
        `resident memory, highest of ${livePolls} more polls`,
        Math.max(...runs.map(({ highestMb }) => highestMb)),
        'MB',
        200,
        'promised',
      ),
      atMost('database', bytes / 2 ** 20, 'MB', 20, 'promised'),
      atMost(
        `time to start, median of ${starts}`,
        median(runs.map(({ startSeconds }) => startSeconds)),
        's',
        3 * limit,
        `3 × ${limit.toFixed(2)} s, a Node that imports the same libraries and listens; the very first, with nothing compiled yet, took ${cold.startSeconds.toFixed(2)} s`,
      ),
    ] satisfies Figure[]
  },
}

/** Reads and books as the collector does, only that nobody waits ten seconds. */
async function liveEightHours(directory: string, baseUrl: string): Promise<number> {
  const place = storeLocation(null, { directory: join(directory, 'data'), poolSize: 1 })
  const guard = await guardStore({ place, now: Date.now })
  const store = connectStore({ place, now: Date.now })
  const client = createLiteLLMClient({ baseUrl, apiKey: 'sk-bench' })
  try {
    await store.lease.acquire(600_000)
    const end = Date.now()
    for (let poll = 0; poll < polls; poll += 1) {
      const at = end - (polls - poll) * pollSeconds * 1000
      const day = utcDate(at)
      const { days } = await client.dailyActivity({ from: day, to: day })
      const activity = days[0]
      if (activity === undefined) throw new Error('the gateway said nothing')
      const { source } = activity
      const answer = { day, activity, own: new Map(), isTruncated: false, source }
      const moment = { startedAt: at, finishedAt: at + 100 }
      await store.write((tx) => bookPoll(tx, { ...answer, ...moment }, pollSeconds * 1000))
    }
    await store.lease.release()
    return await store.bytes()
  } finally {
    await client.close()
    await store.close()
    guard.release()
  }
}

type Server = { script: string; directory: string; baseUrl: string; cache: string }

/** The product as `npm start` runs it, at the pace that is promised: what it holds depends on that. */
async function serve({ script, directory, baseUrl, cache }: Server, seconds: number) {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...frugal.flags, script], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      ...frugal.env,
      NODE_COMPILE_CACHE: cache,
      ...{ PORT: '0', POLL_SECONDS: String(pollSeconds), HISTORY_DAYS: '0' },
      ...{ LITELLM_BASE_URL: baseUrl, LITELLM_API_KEY: 'sk-bench' },
    },
  })
  const ended = once(child, 'exit')
  try {
    await readPort(child)
    const startSeconds = (performance.now() - startedAt) / 1000
    let highestMb = 0
    for (let second = 0; second <= seconds; second += 1) {
      highestMb = Math.max(highestMb, residentMb(child))
      await sleep(1000)
    }
    return { startSeconds, highestMb }
  } finally {
    // An orderly end also keeps what was compiled.
    child.kill('SIGTERM')
    await ended
  }
}

function residentMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
}

function portOf(message: unknown): number {
  if (typeof message === 'object' && message !== null && 'port' in message)
    return Number(message.port)
  throw new TypeError('the gateway did not say where it is')
}
