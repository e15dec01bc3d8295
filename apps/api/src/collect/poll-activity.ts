import { LiteLLMError, type LiteLLMClient } from '@podium/litellm-client'
import type { Correction } from '../domain/day-coverage.ts'
import { reconcileDay, type DayBalance } from '../ledger/reconcile-day.ts'
import type { DayReport } from '../ledger/day-report.ts'
import { inOrder } from '../ledger/in-order.ts'
import { noteIf } from '../ledger/data-note.ts'
import { noteActivity } from '../ledger/note-activity.ts'
import type { DayRange } from '../domain/span.ts'
import { addDays, utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import { createAskAlone } from './ask-alone.ts'
import { bookPoll, type DayAnswer } from './book-poll.ts'
import { planDays, unreadDays } from './plan-days.ts'
import { createUntoldDays } from './untold-days.ts'

type ActivityDeps = {
  client: LiteLLMClient
  store: Store
  now: () => number
  pollMs: number
  historyDays: number
  /** What viewers look at. */
  wanted?: () => readonly DayRange[]
}

/** With how many days of the past are still to be read. */
type DayPolled = DayReport & { unread: number }

/** Of the days that the gateway does not tell, so many are named. */
const mostNamed = 10

/** Reads the days that are due, one after the other, each booked whole or not at all. */
export async function createActivityPoll(deps: ActivityDeps) {
  const lastReadAt = await loadReads(deps)
  const askAlone = createAskAlone(deps)
  const drifted = new Map<string, number>()
  const untold = createUntoldDays(deps.now)

  async function readDay(day: string, signal: AbortSignal): Promise<DayPolled> {
    const { client, store, now } = deps
    const startedAt = now()
    const read = client.dailyActivity({ from: day, to: day, signal })
    const {
      days,
      absent,
      notes: clientNotes,
    } = await read.catch((error: unknown) => {
      const isDrift = error instanceof LiteLLMError && error.kind === 'unstable_paging'
      if (isDrift) drifted.set(day, (drifted.get(day) ?? 0) + 1)
      throw error
    })
    const activity = days[0] ?? null
    const own = activity === null ? new Map() : await askAlone(activity, signal)
    const isTruncated = clientNotes.some((note) => note.kind === 'keys_truncated')
    const source = activity?.source ?? 'single-page'
    const answer = { day, activity, own, isTruncated, source, startedAt, finishedAt: now() }
    const { corrections, balance } = await store.write((tx) => save(tx, answer, deps.pollMs))
    lastReadAt.set(day, startedAt)
    untold.told(day)
    const driftedReads = drifted.get(day) ?? 0
    const seen = { absent, clientNotes, driftedReads, corrections }
    const notes = activity === null ? [] : noteActivity({ activity, ...seen })
    const unread = unreadDays(known(deps, lastReadAt))
    return { day, gateway: activity?.counters ?? null, balance, notes, unread }
  }

  function reportUntold(day: string, failures: number): DayPolled {
    const unread = unreadDays(known(deps, lastReadAt))
    return { day, gateway: null, balance: null, notes: noteIf('day_untold', failures), unread }
  }

  return async function pollActivity(
    signal: AbortSignal,
    onDay: (polled: DayPolled) => void | Promise<void>,
    onUntold: (day: string, error: unknown) => void = () => undefined,
  ): Promise<void> {
    const wanted = deps.wanted?.() ?? []
    const days = planDays({ ...known(deps, lastReadAt), wanted, isPutOff: untold.isPutOff })
    for (const day of days) {
      signal.throwIfAborted()
      const polled = await readDay(day, signal).catch((error: unknown) => {
        // Today was told a moment ago, so the gateway is well.
        const isApart = day !== days[0] && !signal.aborted
        const failures = isApart ? untold.failed(day, error) : null
        if (failures === null) throw error
        // Once may be a hiccup.
        if (failures === 1) return null
        onUntold(day, error)
        const isMissing = !lastReadAt.has(day) && untold.count() <= mostNamed
        return isMissing ? reportUntold(day, failures) : null
      })
      if (polled !== null) await onDay(polled)
    }
  }
}

type Saved = { corrections: readonly Correction[]; balance: DayBalance | null }
type WriteTx = Parameters<Parameters<Store['write']>[0]>[0]

async function save(tx: WriteTx, answer: DayAnswer, pollMs: number): Promise<Saved> {
  const { lastRead } = await tx.dayState(answer.day)
  const booking = await bookPoll(tx, inOrder(answer, lastRead), pollMs)
  const { activity, startedAt, finishedAt } = answer
  if (activity !== null)
    await tx.saveLabels({
      teams: activity.teams,
      keys: activity.teams.flatMap((team) =>
        team.keys.map(({ key, alias }) => ({ key, keyAlias: alias })),
      ),
    })
  const changed = booking.verdict === 'booked' ? booking.cells.length : 0
  const outcome = booking.verdict === 'booked' ? 'ok' : 'stale'
  await tx.recordPoll({ source: 'activity', startedAt, finishedAt, outcome, changed })
  const balance = activity === null ? null : reconcileDay(await tx.dayState(answer.day), activity)
  return { corrections: booking.verdict === 'booked' ? booking.corrections : [], balance }
}

async function loadReads({ store, now, historyDays }: ActivityDeps): Promise<Map<string, number>> {
  const today = utcDate(now())
  const read = await store.coverage({ from: addDays(today, -historyDays), to: today })
  return new Map(read.map(({ day, startedAt }) => [day, startedAt]))
}

function known({ now, historyDays }: ActivityDeps, reads: ReadonlyMap<string, number>) {
  return { now: now(), historyDays, lastReadAt: (day: string) => reads.get(day) ?? null }
}
