import type { LiveInference, LiveStatus } from '@podium/contracts'
import type { Hono } from 'hono'
import { createAccess } from './access/create-access.ts'
import type { InstanceSecrets } from './access/instance-secrets.ts'
import { createPublicIds } from './access/public-ids.ts'
import { createCollectorState, type CollectorState } from './collect/collector-state.ts'
import { createInferenceState, type InferenceState } from './collect/inference/inference-state.ts'
import { watchedOf } from './collect/inference/watched-of.ts'
import { followStore } from './collect/follow-store.ts'
import { startCollector, type Collector } from './collect/start-collector.ts'
import type { Config } from './config.ts'
import { createApp, type AppDependencies } from './http/app.ts'
import { createAccessLog, type AccessLog } from './http/middleware/access-log.ts'
import type { PageFiles } from './http/routes/page-files.ts'
import type { Served } from './http/served.ts'
import { createAnnouncer } from './live/announcer.ts'
import type { DayRange } from './domain/span.ts'
import type { Watched } from './domain/inference/watched.ts'
import { createHub, type Hub } from './live/hub.ts'
import type { Store } from './store/open-store.ts'
import { StoreError } from './store/store-error.ts'
import type { StoreLocation } from './store/store-location.ts'
import type { StoreWatch } from './store/store-watch.ts'
import { startTelemetry, type Telemetry } from './telemetry/start-telemetry.ts'
import { historySentence } from './terminal/history-sentence.ts'
import { sourceSentence, untoldSentence } from './terminal/source-sentence.ts'
import { tellOfChanges } from './terminal/tell-of-changes.ts'
import type { Terminal } from './terminal/terminal.ts'
import { faultOnceAMinute, type WarnOnce } from './terminal/warn-once-a-minute.ts'

type Parts = {
  config: Config
  terminal: Terminal
  version: string
  now: () => number
  random: () => number
  place: StoreLocation
  store: Store
  secrets: InstanceSecrets
  page: PageFiles
  warn: WarnOnce
  watch: StoreWatch
}

/** All that an open store makes possible; nothing of it runs yet. */
export type Assembled = {
  front: { app: Pick<Hono<Served>, 'fetch'>; refused: AccessLog['refused'] }
  /** The way in where no admin token is set. */
  code: string | null
  /** Collects, and follows what others collect, until the stack is disposed. */
  run: (running: AsyncDisposableStack) => Collector
  /** That the state of the database is another one. */
  tellViewers: () => void
  stopTelemetry: () => Promise<void>
}

export async function assemble(parts: Parts): Promise<Assembled> {
  const { config, terminal, version, now, random, store, secrets, watch, warn } = parts
  const onFault = faultOnceAMinute(terminal.fault, now)
  const hub = createHub({
    epoch: now().toString(36),
    hello: () => ({ version, data_version: collector.dataVersion() }),
    random,
  })
  const { collector, inference, sources, tellViewers } = listenToCollector(parts, hub, onFault)
  const publicIds = createPublicIds(secrets.publicIds)
  const collectorState = { ...collector, sources, store: watch.view }
  const measured = {
    ...{ store, publicIds, collectorState, inference, version, now },
    liveClients: hub.clients,
  }
  const telemetry = await startTelemetry(measured, config.telemetry.otlp, warn)
  let isDraining = false
  let want: Collector['want'] = () => undefined
  const serving = {
    hub,
    collectorState,
    inference,
    publicIds,
    telemetry,
    isDraining: () => isDraining,
    onAsked: (days: DayRange) => {
      // When all of the past has been read there is no order in it.
      if (collector.unreadDays() !== 0) want(days)
    },
  }
  return {
    ...serve(parts, serving),
    run: (running) => {
      running.defer(() => hub.close())
      const reading = startReading(running, parts, { collector, inference, onFault })
      want = reading.want
      running.defer(() => {
        isDraining = true
      })
      return reading
    },
    tellViewers,
    stopTelemetry: telemetry.stop,
  }
}

/** What the collector says goes to every open page, and in sentences to the terminal. */
function listenToCollector(parts: Parts, hub: Hub, onFault: (error: unknown) => void): Listening {
  const { config, store, now, watch } = parts
  const toTerminal = config.gateway === null ? silent : aloud(parts)
  const tellViewers = () => {
    const at = new Date(now()).toISOString()
    hub.publish('status', { at, sources: sources() } satisfies LiveStatus)
  }
  const sources = () => [...collector.sources(), ...inference.sources()]
  const inference = createInferenceState(firstWatched(config), {
    scraped: (news) => {
      const at = new Date(now()).toISOString()
      hub.tell('inference', { at, ...news } satisfies LiveInference)
    },
    source: tellViewers,
  })
  const collector = createCollectorState({
    data: createAnnouncer({
      changesSince: store.changesSince,
      publish: (data) => hub.publish('data', data),
      now,
      onFault: (error) => {
        // A store that cannot be read says so by itself.
        if (!(error instanceof StoreError)) onFault(error)
      },
    }),
    source: (...change) => {
      tellViewers()
      toTerminal.source(...change)
    },
    history: toTerminal.history,
    untold: toTerminal.untold,
    store: watch.wrote,
    fault: onFault,
  })
  return { collector, inference, sources, tellViewers }
}

type Listening = {
  collector: CollectorState
  inference: InferenceState
  /** Of both. */
  sources: CollectorState['sources']
  tellViewers: () => void
}

/** Until the collector has looked for itself which GPUs there are. */
function firstWatched({ inference }: Config): Watched {
  return watchedOf(inference, inference.gpus === 'auto' ? [] : inference.gpus)
}

type Serving = Pick<
  AppDependencies,
  'hub' | 'collectorState' | 'inference' | 'publicIds' | 'isDraining' | 'onAsked'
> & {
  telemetry: Telemetry
}

/** The app, and who may use it. */
function serve(
  { config, terminal, version, page, store, secrets, now, random, warn }: Parts,
  { telemetry, ...serving }: Serving,
): Pick<Assembled, 'front' | 'code'> {
  const { site, host: bound, pollSeconds, historyDays } = config
  const secret = secrets.sessions
  const access = createAccess({ config: config.access, site, bound, secret, now, warn })
  const accessLog = createAccessLog({
    observe: telemetry.requests.observe,
    log: terminal.request,
  })
  const app = createApp({
    ...serving,
    store,
    now,
    random,
    access,
    site,
    accessLog,
    page,
    pageBackend: config.pageBackend,
    requestsPerSecond: config.requestsPerSecond,
    livePerAddress: config.livePerAddress,
    shadowPrices: config.shadowPrices,
    about: { demo: config.gateway === null, version, pollSeconds, historyDays },
    measure: telemetry.measure,
    metricsAccess: config.telemetry.metricsAccess,
    onFault: terminal.fault,
  })
  return { front: { app, refused: accessLog.refused }, code: access.code?.code ?? null }
}

/** Starts the collector, and follows what other replicas collect into the same store. */
function startReading(
  running: AsyncDisposableStack,
  { config, place, store, watch }: Parts,
  {
    collector: { apply, isLeading },
    inference: watching,
    onFault,
  }: Pick<Listening, 'collector' | 'inference'> & { onFault: (error: unknown) => void },
): Collector {
  const { gateway, pollSeconds, historyDays, backfillMostRequests, inference } = config
  const collector = startCollector(
    { place, gateway, pollMs: pollSeconds * 1000, historyDays, backfillMostRequests, inference },
    (event) => {
      if (event.kind === 'watching' || event.kind === 'scraped') watching.apply(event)
      else apply(event)
    },
  )
  running.defer(() => collector.stop())
  running.defer(followStore({ store, apply, isLeading, onRead: watch.read, onFault }))
  return collector
}

type Announcements = Pick<
  Parameters<typeof createCollectorState>[0],
  'source' | 'history' | 'untold'
>

/** The demo's gateway is no news. */
const silent: Announcements = {
  source: () => undefined,
  history: () => undefined,
  untold: () => undefined,
}

function aloud({ config, terminal, now, warn }: Parts): Announcements {
  const tell = tellOfChanges()
  return {
    source: (name, before, after) => {
      // The store has a sentence of its own, and so has its return.
      const isOfStore =
        after.reason === 'store' || (after.state === 'ok' && before.reason === 'store')
      const sentence = sourceSentence(before, after, now())
      if (name === 'activity' && !isOfStore) tell(() => terminal.say(sentence))
    },
    history: (unread) => {
      const sentence = historySentence(unread, config.historyDays)
      if (sentence !== null) terminal.say(sentence)
    },
    untold: (day, reason) => warn('untold', untoldSentence(day, reason)),
  }
}
