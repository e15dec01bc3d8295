import { LiteLLMError, type LiteLLMClient, type SpendLog } from '@podium/litellm-client'
import { shapeBaseline } from '../ledger/shape-baseline.ts'
import { shapeOfLogs } from '../ledger/shape-of-logs.ts'
import { addDays, dayMs, hourMs, startOfDay, utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'

type BackfillDeps = {
  client: LiteLLMClient
  store: Store
  now: () => number
  historyDays: number
  /** A day with more requests than this keeps its baseline without a shape; 0 asks for none. */
  mostRequests: number
}

const pageSize = 100

/** Gives one day's baseline the shape of the gateway's logs, newest first; null when there is nothing to do. */
export function createBackfill(deps: BackfillDeps) {
  const { client, store, now, historyDays, mostRequests } = deps
  const done = new Set<string>()

  async function nextDay(): Promise<string | null> {
    const today = utcDate(now())
    const parts = await store.placement({ from: addDays(today, -historyDays), to: today })
    const days = parts
      .filter(({ reason, day }) => reason === 'baseline' && !done.has(day))
      .filter(({ counters }) => counters.requests <= mostRequests)
      .map(({ day }) => day)
    return days.at(-1) ?? null
  }

  return async function backfillNext(signal: AbortSignal): Promise<string | null> {
    const day = mostRequests === 0 ? null : await nextDay()
    if (day === null) return null
    const until = (await store.firstRead(day)) ?? startOfDay(addDays(day, 1)) + hourMs
    const logs = await readLogs(client, { from: startOfDay(day), until }, signal)
    await save(store, day, shapeOfLogs(logs, day, until))
    done.add(day)
    return day
  }
}

/** One question at a time, an hour of starts each. */
async function readLogs(
  client: LiteLLMClient,
  { from, until }: { from: number; until: number },
  signal: AbortSignal,
): Promise<SpendLog[]> {
  const logs: SpendLog[] = []
  for (let start = from; start < Math.min(until, from + dayMs); start += hourMs) {
    const window = { from: new Date(start), to: new Date(start + hourMs - 1000) }
    for (let page = 1; ; page += 1) {
      signal.throwIfAborted()
      const { rows, hasMore } = await client.spendLogs({ ...window, page, pageSize, signal })
      logs.push(...rows)
      if (!hasMore) break
    }
  }
  return logs
}

async function save(
  store: Store,
  day: string,
  minutes: ReturnType<typeof shapeOfLogs>,
): Promise<void> {
  const cells = await store.baselineCells(day)
  await store.write(async (tx) => {
    const { lastRead } = await tx.dayState(day)
    if (lastRead === null) return
    const deltas = []
    for (const cell of cells) deltas.push(...(await tx.deltasOf(day, cell)))
    const changes = shapeBaseline(day, deltas, minutes)
    const nothing = { cells: [], deltas: [], moves: [], corrections: [] }
    await tx.saveBooking(day, { verdict: 'booked', ...nothing }, changes, lastRead)
  })
}

/** The gateway has no logs for this key: there is no use in asking again. */
export function hasNoLogs(error: unknown): boolean {
  const kinds = ['not_found', 'forbidden', 'viewer_refused', 'auth', 'expired_key', 'rejected']
  return error instanceof LiteLLMError && kinds.includes(error.kind)
}
