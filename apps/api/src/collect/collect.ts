import { setTimeout as sleep } from 'node:timers/promises'
import type { SourceReason } from '@podium/contracts'
import { createLiteLLMClient, LiteLLMError, type LiteLLMClient } from '@podium/litellm-client'
import { addDays, minuteMs, startOfDay, utcDate } from '../domain/utc-day.ts'
import { StoreError } from '../store/store-error.ts'
import { connectStore, type Store } from '../store/open-store.ts'
import type { Gateway } from '../config.ts'
import { createBackfill, hasNoLogs } from './backfill.ts'
import { createClock, type Clock } from './clock.ts'
import { runHourly } from './hourly.ts'
import type { CollectorOptions, SourceName } from './messages.ts'
import { createActivityPoll } from './poll-activity.ts'
import { runPollLoop } from './poll-loop.ts'
import { createPricesPoll, createTeamsPoll } from './poll-names.ts'
import { whileLeading } from './reign.ts'
import { keepToOneself, shareBy, type Share, type Tell } from './share.ts'

const keepDays = 14

/** Reads the gateway into the store until the signal; one of many does so at a time. */
export async function collect(
  options: CollectorOptions,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  await using building = new AsyncDisposableStack()
  const clock = createClock()
  const store = connectStore({ place: options.place, now: clock.now })
  building.defer(() => store.close())
  const upstream: Upstream = options.gateway ?? (await startDemo(building, clock))
  const client = createLiteLLMClient(upstream)
  building.defer(() => client.close())

  const share = options.place.kind === 'file' ? keepToOneself(tell) : shareBy(store, clock, tell)
  await whileLeading(store.lease, signal, async (reign) => {
    await using reigning = new AsyncDisposableStack()
    reigning.defer(() => tell({ kind: 'reign', isLeading: false }))
    tell({ kind: 'reign', isLeading: true })
    clock.notBefore(await lastReadOf(store, clock.now()))
    const polls = await createPolls(options, { client, store, clock }, { tell, share })
    await upstream.live?.(polls, reign)
    await Promise.all([
      ...loops(options, clock, polls, share).map((run) => run(reign)),
      runHourly(() => tidy(store, clock.now()), reign),
      shapePast(options, { client, store, clock }, reign),
    ])
  })
}

/** What is polled; a simulated one first brings a past with it. */
type Upstream = Gateway & { live?: (polls: Polls, signal: AbortSignal) => Promise<void> }

type Polls = Record<SourceName, (signal: AbortSignal) => Promise<void>>

async function createPolls(
  { pollMs, historyDays }: CollectorOptions,
  deps: { client: LiteLLMClient; store: Store; clock: Clock },
  { tell, share }: { tell: Tell; share: Share },
): Promise<Polls> {
  const { client, store } = deps
  const { now } = deps.clock
  const activity = await createActivityPoll({ client, store, now, pollMs, historyDays })
  const teams = createTeamsPoll({ client, store, now })
  const prices = createPricesPoll({ client, store, now })
  const announce = async () => tell({ kind: 'data', dataVersion: await store.dataVersion() })
  return {
    activity: (signal) =>
      activity(signal, async (heard) => {
        await share({ kind: 'heard', ...heard })
        await announce()
      }),
    teams: async (signal) => {
      await teams(signal)
      await announce()
    },
    prices: async (signal) => {
      await share({ kind: 'priced', notes: await prices(signal) })
      await announce()
    },
  }
}

function loops({ pollMs }: CollectorOptions, clock: Clock, polls: Polls, share: Share) {
  const every: Record<SourceName, number> = {
    activity: pollMs,
    teams: Math.max(pollMs, minuteMs),
    prices: 10 * minuteMs,
  }
  return (['activity', 'teams', 'prices'] as const).map(
    (name) => (signal: AbortSignal) =>
      runPollLoop({
        intervalMs: every[name],
        attempt: polls[name],
        reasonOf,
        onChange: (source) => share({ kind: 'source', name, source }),
        now: clock.now,
        steady: () => performance.now(),
        random: Math.random,
        signal,
      }),
  )
}

/** When the newest of what is booked had been read, perhaps by a clock that was ahead of ours. */
async function lastReadOf(store: Store, now: number): Promise<number> {
  const today = utcDate(now)
  const days = await store.coverage({ from: addDays(today, -1), to: addDays(today, 1) })
  return Math.max(0, ...days.map(({ finishedAt }) => finishedAt))
}

/** `null` ends the loop: a fault of ours, or a lease that is somebody else's now. */
function reasonOf(error: unknown): SourceReason | null {
  if (error instanceof LiteLLMError) return error.kind
  if (error instanceof StoreError && error.kind !== 'fenced') return 'store'
  return null
}

/** A day a minute, until there is none left or the gateway has no logs for us. */
async function shapePast(
  { historyDays, backfillMostRequests: mostRequests }: CollectorOptions,
  { client, store, clock }: { client: LiteLLMClient; store: Store; clock: Clock },
  signal: AbortSignal,
): Promise<void> {
  const backfill = createBackfill({ client, store, now: clock.now, historyDays, mostRequests })
  const isStopped = () => signal.aborted
  while (!isStopped()) {
    try {
      await backfill(signal)
    } catch (error) {
      if (isStopped() || hasNoLogs(error)) return
      if (reasonOf(error) === null) throw error
    }
    await sleep(minuteMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Weeks are summed; minutes stay for two, then become quarters of an hour; the polls that told them are forgotten. */
async function tidy(store: Store, now: number): Promise<void> {
  while (await store.write((tx) => tx.sumOldestWeek(utcDate(now))));
  const before = addDays(utcDate(now), -keepDays)
  while ((await store.write((tx) => tx.foldOldestMinutes(before))) !== null);
  await store.write((tx) => tx.forgetPolls(startOfDay(before)))
}

/** Only demo mode loads the simulator. */
async function startDemo(building: AsyncDisposableStack, clock: Clock) {
  const { startDemoGateway } = await import('../demo/start-demo-gateway.ts')
  const demo = await startDemoGateway(clock)
  building.defer(() => demo.close())
  return demo
}
