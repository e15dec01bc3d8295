import { bookRequest } from '../ledger/book-request.ts'
import type { Booking } from '../ledger/book-request.ts'
import { resetBudgets } from './reset-budgets.ts'
import { createRowStore } from '../ledger/row-store.ts'
import type { RowStore } from '../ledger/row-store.ts'
import type { SentRequest } from '../ledger/sent-request.ts'
import { createWriteQueue } from '../ledger/write-queue.ts'
import type { World } from '../world/world.ts'
import { createFlushTimes } from './flush-times.ts'
import { createRequestStream } from './request-stream.ts'
import type { RequestStreamOptions } from './request-stream.ts'

export interface TrafficEngineOptions extends RequestStreamOptions {
  flushSeconds: number
  /** How long single requests are kept after their end; rows are kept for ever. */
  keepRequestsMs: number
}

/** A request with the instant in which a flush made it readable; null while it waits. */
export interface FinishedRequest {
  request: SentRequest
  flushedAtMs: number | null
}

export interface TrafficEngine {
  rows: RowStore
  /** Finished requests, oldest end first. */
  finished: () => readonly FinishedRequest[]
  waiting: () => Booking[]
  lost: readonly Booking[]
  /** The instant up to which everything has happened. */
  clock: () => number
  advance: (toMs: number) => void
  /** Adds a request that the traffic model did not make. */
  take: (request: SentRequest) => void
  /** How many of those there were. */
  taken: () => number
}

const hourMs = 3_600_000

export function createTrafficEngine(options: TrafficEngineOptions): TrafficEngine {
  const { world, profile, keepRequestsMs } = options
  const rows = createRowStore(options.seed)
  const queue = createWriteQueue()
  const flushes = createFlushTimes({ ...options, jitter: profile.flushJitter })
  const stream = createRequestStream(options)
  const lost: Booking[] = []
  let finished: FinishedRequest[] = []
  const unflushed: FinishedRequest[] = []
  let running: SentRequest[] = []
  let clock = options.startsAt
  let taken = 0

  function run(toMs: number): void {
    running.push(...stream.beginUntil(toMs))
    const ended = running.filter((request) => request.endMs <= toMs).sort(byEnd)
    if (ended.length === 0) return
    running = running.filter((request) => request.endMs > toMs)
    for (const request of ended) {
      const waiting = { request, flushedAtMs: null }
      queue.add(bookRequest(request, profile))
      finished.push(waiting)
      unflushed.push(waiting)
    }
  }

  function flush(atMs: number): void {
    const batch = queue.drain(profile.rowsPerFlush)
    for (const booking of batch.written) rows.upsert(booking)
    lost.push(...batch.lost)
    for (const waiting of unflushed.splice(0)) {
      waiting.flushedAtMs = atMs
      addSpend(world, waiting.request)
    }
    resetBudgets(world, atMs)
    finished = forgetBefore(atMs - keepRequestsMs, finished)
  }

  return {
    rows,
    lost,
    finished: () => finished,
    waiting: queue.waiting,
    clock: () => clock,
    advance(toMs) {
      if (toMs <= clock) return
      while (flushes.next() <= toMs) {
        const atMs = flushes.take()
        run(atMs)
        flush(atMs)
      }
      run(toMs)
      clock = toMs
    },
    take(request) {
      taken++
      running.push(request)
      options.onRequest(request)
    },
    taken: () => taken,
  }
}

/** Drops old requests an hour at a time, because each time copies the list. */
function forgetBefore(ms: number, finished: FinishedRequest[]): FinishedRequest[] {
  const oldest = finished[0]?.request.endMs ?? ms
  return oldest < ms - hourMs ? finished.filter(({ request }) => request.endMs >= ms) : finished
}

function byEnd(a: SentRequest, b: SentRequest): number {
  return a.endMs - b.endMs || (a.id < b.id ? -1 : 1)
}

/** Budget counters grow with the flush, as the gateway's own do. */
function addSpend(world: World, { teamId, token, spend, endMs }: SentRequest): void {
  const team = world.teams.get(teamId)
  if (team !== undefined) team.spend += spend
  const key = world.keys.get(token)
  if (key === undefined) return
  key.spend += spend
  key.lastActiveAtMs = endMs
}
