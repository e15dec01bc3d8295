import { countEnd, countWork } from './count-work.ts'
import type { EngineSize } from './engine-size.ts'
import type { EngineRequest } from './engine-request.ts'
import { createSequence, endOf, kvTokensOf, wantedOf } from './sequence.ts'
import type { Sequence } from './sequence.ts'
import type { Totals } from './totals.ts'

/** What waits and what runs. */
export interface Batch {
  running: () => number
  waiting: () => number
  kvTokens: () => number
  /** What those that run will hold at their ends. */
  reservedTokens: () => number
  add(request: EngineRequest): void
  /** Counts the work up to an instant. */
  work(toMs: number, totals: Totals): void
  /** Lets go of what has ended, puts back what has no room, and starts what has. */
  schedule(atMs: number, totals: Totals): void
  /** When something happens next, without new requests. */
  nextEvent(afterMs: number): number
}

/** A batch never fills the last of the cache, so that its requests can grow. */
const admitted = 0.97
/** How much slower a request is in a full batch. */
const crowded = 0.6
const leastPrefillMs = 12
const lookMs = 50

/** First come, first served; where the cache is full the youngest is put back. */
export function createBatch(size: EngineSize): Batch {
  const { maxRunning, kvCapacityTokens: capacity } = size
  const waiting: Sequence[] = []
  let running: Sequence[] = []
  const kvTokens = () => running.reduce((sum, sequence) => sum + kvTokensOf(sequence), 0)

  function putBack(totals: Totals): void {
    while (running.length > 1 && kvTokens() > capacity) {
      const youngest = running.pop()
      if (youngest === undefined) return
      totals.preemptions++
      waiting.unshift(youngest)
    }
  }

  function admit(atMs: number): void {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const isRoom = kvTokens() + kvTokensOf(first) <= capacity * admitted
      if (running.length >= maxRunning || (!isRoom && running.length > 0)) return
      waiting.shift()
      start(first, atMs, { ...size, crowd: running.length / maxRunning })
      running.push(first)
    }
  }

  /** When to look whether the cache is full: never too late, and at the same instants whoever asks meanwhile. */
  function fullAt(afterMs: number): number {
    const making = running.filter(({ computedMs }) => computedMs <= afterMs)
    const perMs = making.reduce((sum, { msPerToken }) => sum + 1 / msPerToken, 0)
    if (perMs === 0 || running.length < 2) return Infinity
    const soonMs = afterMs + (0.9 * (capacity - kvTokens())) / perMs
    return Math.max(Math.floor(soonMs / lookMs), Math.floor(afterMs / lookMs) + 1) * lookMs
  }

  return {
    running: () => running.length,
    waiting: () => waiting.length,
    kvTokens,
    reservedTokens: () =>
      running.reduce((sum, each) => sum + each.request.promptTokens + wantedOf(each), 0),
    add: (request) => void waiting.push(createSequence(request)),
    work(toMs, totals) {
      for (const sequence of running) countWork(totals, sequence, toMs)
    },
    schedule(atMs, totals) {
      for (const sequence of running) if (endOf(sequence) <= atMs) countEnd(totals, sequence, atMs)
      running = running.filter((sequence) => endOf(sequence) > atMs)
      putBack(totals)
      admit(atMs)
    },
    nextEvent: (afterMs) =>
      Math.min(
        fullAt(afterMs),
        ...running.map((each) => (afterMs < each.computedMs ? each.computedMs : endOf(each))),
      ),
  }
}

/** The cache has part of a prompt at first; what was put back is computed again. */
function start(
  sequence: Sequence,
  atMs: number,
  { prefillTokensPerSecond, tokensPerSecond, crowd }: EngineSize & { crowd: number },
): void {
  const { request, generated, startedMs } = sequence
  const cached = startedMs === null ? request.cachedTokens : 0
  const computed = request.promptTokens + generated - cached
  sequence.startedMs ??= atMs
  sequence.hadTokens = generated
  sequence.computedMs = atMs + leastPrefillMs + (computed / prefillTokensPerSecond) * 1000
  sequence.msPerToken = (1000 / tokensPerSecond) * (1 + crowded * crowd)
}
