import type { LiveStatus } from '@podium/contracts'
import { createAccess } from './access/create-access.ts'
import { createPublicIds } from './access/public-ids.ts'
import { instanceSecret } from './access/instance-secret.ts'
import { createApp } from './http/app.ts'
import { startCollector, type Collector } from './collect/start-collector.ts'
import { followStore } from './collect/follow-store.ts'
import { createCollectorState, type CollectorState } from './collect/collector-state.ts'
import type { Config } from './config.ts'
import { createAccessLog } from './http/middleware/access-log.ts'
import { readPageFiles } from './http/routes/page-files.ts'
import { startServer, type RunningServer } from './http/server.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createAnnouncer } from './live/announcer.ts'
import { createHub, type Hub } from './live/hub.ts'
import type { PublicIds } from './analytics/public-ids.ts'
import { openLocation } from './store/open-location.ts'
import type { Store } from './store/open-store.ts'
import { StoreError } from './store/store-error.ts'
import type { StoreLocation } from './store/store-location.ts'
import type { OnStoreTrouble } from './store/store-trouble.ts'
import { startTelemetry, type Telemetry } from './telemetry/start-telemetry.ts'
import { greeting } from './terminal/greeting.ts'
import { historySentence } from './terminal/history-sentence.ts'
import { sourceSentence } from './terminal/source-sentence.ts'
import { storeTroubleSentence } from './terminal/store-trouble-sentence.ts'
import type { Terminal } from './terminal/terminal.ts'
import { warnOnceAMinute, type WarnOnce } from './terminal/warn-once-a-minute.ts'

type Options = {
  config: Config
  terminal: Terminal
  version: string
  spaDirectory: string
  now: () => number
  random: () => number
}

export type Podium = {
  address: string
  /** Rejects with a fault that the collector cannot handle; it never resolves. */
  failed: Promise<unknown>
  close: () => Promise<void>
}

/** Wires everything together; `close` takes it apart in the opposite order. */
export async function startPodium(options: Options): Promise<Podium> {
  const { config, terminal, version, now, random } = options
  await using building = new AsyncDisposableStack()
  const warn = warnOnceAMinute(terminal.warn, now)

  const onTrouble = storeWarnings(warn, config)
  const { place, store } = await openLocation(building, config, {
    now,
    say: terminal.warn,
    onTrouble,
  })
  const secret = await instanceSecret(store, config.secretKey)
  const hub = createHub({
    epoch: now().toString(36),
    hello: () => ({ version, data_version: collectorState.dataVersion() }),
    random,
  })
  const collectorState = listenToCollector(options, { store, hub })
  const publicIds = createPublicIds(secret)
  const measured = { store, publicIds, collectorState, version, liveClients: hub.clients, now }
  const telemetry = await startTelemetry(measured, config.telemetry.otlp, warn)
  building.defer(telemetry.stop)
  let isDraining = false
  const parts = {
    secret,
    warn,
    store,
    hub,
    collectorState,
    publicIds,
    telemetry,
    isDraining: () => isDraining,
  }
  const server = await serve(options, parts)
  building.defer(() => server.close())
  building.defer(() => hub.close())
  // Logs are collected and kept: a way in is for a terminal only.
  const code = config.logFormat === 'json' ? null : server.code
  for (const line of greeting(config, server.address, code)) terminal.say(line)

  const collector = startReading(building, options, { place, store, collectorState })
  building.defer(() => {
    isDraining = true
  })
  const built = building.move()
  return {
    address: server.address,
    failed: collector.ended.then(() => new Promise(() => undefined)),
    close: () => built.disposeAsync(),
  }
}

function storeWarnings(warn: WarnOnce, { databaseUrl }: Config): OnStoreTrouble {
  return (trouble, error) => warn(trouble, storeTroubleSentence(trouble, error, databaseUrl))
}

/** Starts the collector, and follows what other replicas collect into the same store. */
function startReading(
  building: AsyncDisposableStack,
  { config, terminal }: Options,
  {
    place,
    store,
    collectorState,
  }: Pick<Parts, 'store' | 'collectorState'> & { place: StoreLocation },
): Collector {
  const { gateway, pollSeconds, historyDays, backfillMostRequests } = config
  const { apply, isLeading } = collectorState
  const collector = startCollector(
    { place, gateway, pollMs: pollSeconds * 1000, historyDays, backfillMostRequests },
    apply,
  )
  building.defer(() => collector.stop())
  building.defer(
    followStore({ store, apply, isLeading, onFault: (error) => terminal.fault(error, null) }),
  )
  return collector
}

type Parts = {
  secret: Buffer
  warn: WarnOnce
  store: Store
  hub: Hub
  collectorState: CollectorState
  publicIds: PublicIds
  telemetry: Telemetry
  isDraining: () => boolean
}

/** The app behind a port. */
async function serve(
  { config, terminal, version, spaDirectory, now, random }: Options,
  { secret, warn, telemetry, ...parts }: Parts,
): Promise<RunningServer & { code: string | null }> {
  const { site, host, port } = config
  const demo = config.gateway === null
  const access = createAccess({ config: config.access, site, bound: host, secret, now, warn })
  const accessLog = createAccessLog({
    observe: telemetry.requests.observe,
    log: terminal.request,
  })
  const app = createApp({
    ...parts,
    now,
    random,
    access,
    site,
    accessLog,
    requestsPerSecond: config.requestsPerSecond,
    livePerAddress: config.livePerAddress,
    shadowPrices: config.shadowPrices,
    page: readPageFiles(spaDirectory, config.pageBackend),
    pageBackend: config.pageBackend,
    about: { demo, version, pollSeconds: config.pollSeconds, historyDays: config.historyDays },
    measure: telemetry.measure,
    metricsAccess: config.telemetry.metricsAccess,
    onFault: terminal.fault,
  })
  const headers = securityHeaders({ demo, publicUrl: site.publicUrl })
  const server = await startServer(app, { host, port, headers, onRefused: accessLog.refused })
  return { ...server, code: access.code?.code ?? null }
}

/** What the collector says goes to every open page, and in sentences to the terminal. */
function listenToCollector(
  options: Options,
  { store, hub }: Pick<Parts, 'store' | 'hub'>,
): CollectorState {
  const { config, terminal, now } = options
  const toTerminal = config.gateway === null ? silent : aloud(options)
  const collectorState = createCollectorState({
    data: createAnnouncer({
      changesSince: store.changesSince,
      publish: (data) => hub.publish('data', data),
      now,
      onFault: (error) => {
        // A store that cannot be read says so to whoever asks it.
        if (!(error instanceof StoreError)) terminal.fault(error, null)
      },
    }),
    source: (...change) => {
      const status: LiveStatus = {
        at: new Date(now()).toISOString(),
        sources: collectorState.sources(),
      }
      hub.publish('status', status)
      toTerminal.source(...change)
    },
    history: toTerminal.history,
  })
  return collectorState
}

type Announcements = Omit<Parameters<typeof createCollectorState>[0], 'data'>

/** The demo's gateway is no news. */
const silent: Announcements = { source: () => undefined, history: () => undefined }

function aloud({ config, terminal, now }: Options): Announcements {
  return {
    source: (name, before, after) => {
      if (name === 'activity') terminal.say(sourceSentence(before, after, now()))
    },
    history: (unread) => {
      const sentence = historySentence(unread, config.historyDays)
      if (sentence !== null) terminal.say(sentence)
    },
  }
}
