import type { ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { slopeOf } from '../fit-line.ts'
import { openListeners } from '../load/open-listeners.ts'
import { atMost, type Measure } from '../measure.ts'
import { startWatching } from '../servers/watching-server.ts'

const minutes = 30
/** Caches fill and code is compiled first. */
const settlingMinutes = 10
const viewers = 50
const sampleMs = 2000
const questions = [
  '/api/v1/board',
  '/api/v1/board?range=7d&measure=score',
  '/api/v1/series?range=24h',
  '/api/v1/status',
  '/api/v1/export/series.csv?range=24h',
  '/tokens',
  '/metrics',
]

/** What a server holds does not grow with the time that it runs. */
export const soak: Measure = {
  id: 'r8',
  name: `R8: ${minutes} minutes with ${viewers} viewers, traffic, and a question every ${sampleMs / 1000} s`,
  isOnDemand: true,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const { server, port } = await startWatching(parts, { POLL_SECONDS: '5', HISTORY_DAYS: '7' })
    await openListeners(parts, { port, clients: viewers })

    const samples: { minute: number; heapMb: number; files: number }[] = []
    const startedAt = performance.now()
    for (let turn = 0; performance.now() - startedAt < minutes * 60_000; turn += 1) {
      await read(port, questions[turn % questions.length] ?? '/metrics')
      const heapMb = heapIn(await read(port, '/metrics')) / 2 ** 20
      const minute = (performance.now() - startedAt) / 60_000
      samples.push({ minute, heapMb, files: openFiles(server) })
      await sleep(sampleMs)
    }
    const settled = samples.filter(({ minute }) => minute >= settlingMinutes)
    // What is left after the collections of garbage of each minute.
    const lows = [...Map.groupBy(settled, ({ minute }) => Math.floor(minute))].map(
      ([x, ofMinute]) => ({ x, y: Math.min(...ofMinute.map(({ heapMb }) => heapMb)) }),
    )
    const files = settled.map(({ minute, files: y }) => ({ x: minute, y }))
    return [
      atMost('heap in ten minutes more', 10 * slopeOf(lows), 'MB', 1, 'promised'),
      atMost('open files in ten minutes more', 10 * slopeOf(files), 'files', 0.5, 'flat'),
    ]
  },
}

async function read(port: number, question: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${question}`)
  const text = await response.text()
  if (!response.ok) throw new Error(`${question} was answered by ${response.status}: ${text}`)
  return text
}

function heapIn(metrics: string): number {
  const heap = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1]
  if (heap === undefined) throw new Error('/metrics does not tell the heap')
  return Number(heap)
}

function openFiles({ pid }: ChildProcess): number {
  return readdirSync(`/proc/${pid}/fd`).length
}
