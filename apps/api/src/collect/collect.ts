import { setTimeout as sleep } from 'node:timers/promises'
import type { SourceReason } from '@podium/contracts'
import { createLiteLLMClient, LiteLLMError, type LiteLLMClient } from '@podium/litellm-client'
import type { DayRange } from '../domain/span.ts'
import { addDays, minuteMs, startOfDay, utcDate } from '../domain/utc-day.ts'
import { isFenced, StoreError } from '../store/store-error.ts'
import { connectStore, type Store } from '../store/open-store.ts'
import type { Gateway } from '../config.ts'
import type { InferenceConfig } from '../config/inference.ts'
import { createBackfill, hasNoLogs } from './backfill.ts'
import { createClock, type Clock } from './clock.ts'
import { runHourly } from './hourly.ts'
import type { InferenceEvent } from './inference/inference-event.ts'
import type { Past } from './inference/live-past.ts'
import { watchAndKeep } from './inference/watch-and-keep.ts'
import type { CollectorEvent } from './collector-event.ts'
import type { CollectorOptions } from './collector-options.ts'
import { createPublish, type Publish } from './create-publish.ts'
import { gatewaySources } from './gateway-sources.ts'
import { createFailureReport, type FailureReport } from './report-failures.ts'
import { runPollLoop } from './poll-loop.ts'
import { whileLeading } from './leader.ts'
import type { Source } from './source.ts'

const keepDays = 14

/** Reads the gateway into the store until the signal; one of many does so at a time. */
export async function collect(
  options: CollectorOptions,
  wanted: () => readonly DayRange[],
  post: (event: CollectorEvent | InferenceEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  await using building = new AsyncDisposableStack()
  const clock = createClock()
  const store = connectStore({ place: options.place, now: clock.now })
  building.defer(() => store.close())
  const upstream: Upstream =
    options.gateway ?? (await startDemo(building, clock, options.inference))
  const client = createLiteLLMClient(upstream)
  building.defer(() => client.close())

  const shared = options.place.kind === 'postgres' ? store : null
  const publish = createPublish({ post, shared, now: clock.now })
  const report = createFailureReport(post)
  const onFailure = report.failedOnce
  const lived = Promise.withResolvers<null>()
  const watching = inferenceOf(options, upstream)
  const inference = watchAndKeep({ ...watching, store, post, onFailure })
  // Engines that are configured wait for no past of a demo.
  if (watching.past === null) lived.resolve(null)

  async function work(leading: AbortSignal): Promise<void> {
    await using leaving = new AsyncDisposableStack()
    leaving.defer(() => post({ kind: 'leading', isLeading: false }))
    post({ kind: 'leading', isLeading: true })
    clock.notBefore(await lastReadOf(store, clock.now()))
    const sources = await gatewaySources({
      ...{ ...options, wanted, client, store, publish },
      now: clock.now,
      onUntold: (day, error) => post({ kind: 'untold', day, reason: reasonOf(error) ?? 'fault' }),
    })
    await upstream.live?.(sources, leading)
    await inference.lead()
    lived.resolve(null)
    leaving.defer(inference.leave)
    await untilOneEnds(leading, (signal) => [
      ...sources.map((source) => pollForever(source, { clock, publish, report, signal })),
      runHourly({ work: () => tidy(store, clock.now()), onFailure, signal }),
      shapePast(options, { client, store, clock, onFailure }, signal),
    ])
  }

  await untilOneEnds(signal, (signal) => {
    signal.addEventListener('abort', () => lived.resolve(null))
    return [
      whileLeading({
        lease: store.lease,
        signal,
        work,
        onAnswer: () => report.worked('lease'),
        onFollow: report.forget,
        onFailure: (error) => report.failed(error, 'lease'),
        steady: () => performance.now(),
      }),
      inference.run(signal, lived.promise),
    ]
  })
}

/** The demo has engines of its own, unless some are configured. */
function inferenceOf({ inference }: CollectorOptions, { room }: Upstream): Watching {
  const isConfigured = inference.engines.length > 0 || inference.gpus !== 'auto'
  if (isConfigured || room === undefined) return { config: inference, past: null }
  return { config: room.inference, past: room.past }
}

/** Where one fails the others are stopped, and waited for: nobody writes for a lease that is over. */
async function untilOneEnds(
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<void>[],
): Promise<void> {
  const failing = new AbortController()
  const running = start(AbortSignal.any([signal, failing.signal]))
  const failure = await Promise.all(running).catch((error: unknown) => ({ error }))
  failing.abort()
  await Promise.allSettled(running)
  if ('error' in failure) throw failure.error
}

/** A gateway to poll; a simulated one first brings a past with it. */
type Upstream = Gateway & {
  room?: { inference: InferenceConfig; past: Past }
  live?: (sources: readonly Source[], signal: AbortSignal) => Promise<void>
}

type Watching = { config: InferenceConfig; past: Past | null }

type Polling = { clock: Clock; publish: Publish; report: FailureReport; signal: AbortSignal }

function pollForever(
  { name, everyMs, poll }: Source,
  { clock, publish, report, signal }: Polling,
): Promise<void> {
  const attempt = async () => {
    try {
      await poll(signal)
      report.worked(name)
    } catch (error) {
      if (!signal.aborted && !isFenced(error)) report.failed(error, name)
      throw error
    }
  }
  return runPollLoop({
    intervalMs: everyMs,
    attempt,
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

/** `null` ends the loop: the lease is somebody else's now. */
function reasonOf(error: unknown): SourceReason | null {
  if (error instanceof LiteLLMError) return error.kind
  if (error instanceof StoreError) return isFenced(error) ? null : 'store'
  return 'fault'
}

/** A day a minute, until there is none left or the gateway has no logs for us. */
async function shapePast(
  { historyDays, backfillMostRequests: mostRequests }: CollectorOptions,
  {
    client,
    store,
    clock,
    onFailure,
  }: {
    client: LiteLLMClient
    store: Store
    clock: Clock
    onFailure: (error: unknown) => void
  },
  signal: AbortSignal,
): Promise<void> {
  const backfill = createBackfill({ client, store, now: clock.now, historyDays, mostRequests })
  const isStopped = () => signal.aborted
  while (!isStopped()) {
    try {
      await backfill(signal)
    } catch (error) {
      if (isStopped() || hasNoLogs(error)) return
      if (isFenced(error)) throw error
      onFailure(error)
    }
    await sleep(minuteMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Weeks are summed; minutes stay for two, then become quarters of an hour; the polls that told them are forgotten. */
async function tidy(store: Store, now: number): Promise<void> {
  while (await store.write((tx) => tx.sumOldestWeek(utcDate(now))));
  const before = addDays(utcDate(now), -keepDays)
  while ((await store.write((tx) => tx.foldOldestMinutes(before))) !== null);
  while (await store.write((tx) => tx.foldOldestSlices(before)));
  await store.write((tx) => tx.foldMeters(utcDate(now)))
  await store.write((tx) => tx.forgetPolls(startOfDay(before)))
}

/** Only demo mode loads the simulator. */
async function startDemo(building: AsyncDisposableStack, clock: Clock, inference: InferenceConfig) {
  const { startDemoGateway } = await import('../demo/start-demo-gateway.ts')
  const demo = await startDemoGateway({ gateway: clock, engines: createClock() }, inference)
  building.defer(() => demo.close())
  return demo
}
