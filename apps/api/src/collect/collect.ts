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
import type { CollectorEvent } from './collector-event.ts'
import type { CollectorOptions } from './collector-options.ts'
import { createPublish, type Publish } from './create-publish.ts'
import { gatewaySources } from './gateway-sources.ts'
import { runPollLoop } from './poll-loop.ts'
import { whileLeading } from './leader.ts'
import type { Source } from './source.ts'

const keepDays = 14

/** Reads the gateway into the store until the signal; one of many does so at a time. */
export async function collect(
  options: CollectorOptions,
  post: (event: CollectorEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  await using building = new AsyncDisposableStack()
  const clock = createClock()
  const store = connectStore({ place: options.place, now: clock.now })
  building.defer(() => store.close())
  const upstream: Upstream = options.gateway ?? (await startDemo(building, clock))
  const client = createLiteLLMClient(upstream)
  building.defer(() => client.close())

  const shared = options.place.kind === 'postgres' ? store : null
  const publish = createPublish({ post, shared, now: clock.now })
  await whileLeading(store.lease, signal, async (leading) => {
    await using leaving = new AsyncDisposableStack()
    leaving.defer(() => post({ kind: 'leading', isLeading: false }))
    post({ kind: 'leading', isLeading: true })
    clock.notBefore(await lastReadOf(store, clock.now()))
    const sources = await gatewaySources({ ...options, client, store, now: clock.now, publish })
    await upstream.live?.(sources, leading)
    await Promise.all([
      ...sources.map((source) => pollForever(source, clock, publish, leading)),
      runHourly(() => tidy(store, clock.now()), leading),
      shapePast(options, { client, store, clock }, leading),
    ])
  })
}

/** A gateway to poll; a simulated one first brings a past with it. */
type Upstream = Gateway & {
  live?: (sources: readonly Source[], signal: AbortSignal) => Promise<void>
}

function pollForever(
  { name, everyMs, poll }: Source,
  clock: Clock,
  publish: Publish,
  signal: AbortSignal,
): Promise<void> {
  return runPollLoop({
    intervalMs: everyMs,
    attempt: poll,
    reasonOf,
    onChange: (health) => publish({ kind: 'source', name, health }),
    now: clock.now,
    steady: () => performance.now(),
    random: Math.random,
    signal,
  })
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
