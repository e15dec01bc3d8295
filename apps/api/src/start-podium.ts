import { assemble, type Assembled } from './assemble.ts'
import { createHosts } from './access/hosts.ts'
import { instanceSecrets } from './access/instance-secrets.ts'
import type { Collector } from './collect/start-collector.ts'
import type { Config } from './config.ts'
import { createAccessLog } from './http/middleware/access-log.ts'
import { readPageFiles, type PageFiles } from './http/routes/page-files.ts'
import { startServer } from './http/server.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createWaitingApp } from './http/waiting-app.ts'
import { openLocation } from './store/open-location.ts'
import { mayPass, StoreError } from './store/store-error.ts'
import type { OnStoreTrouble } from './store/store-trouble.ts'
import { createStoreWatch } from './store/store-watch.ts'
import { waitForStore } from './store/wait-for-store.ts'
import { greeting } from './terminal/greeting.ts'
import { storeTroubleSentence } from './terminal/store-trouble-sentence.ts'
import { tellOfChanges } from './terminal/tell-of-changes.ts'
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
  /** Rejects with what Podium cannot handle; it never resolves. */
  failed: Promise<unknown>
  close: () => Promise<void>
}

type Front = Assembled['front']

/**
 * Starts the server, then what collects; `close` takes all apart in the opposite order. Where the database is away the
 * server answers all the same, says so, and waits for it.
 */
export async function startPodium(options: Options): Promise<Podium> {
  const { config, terminal } = options
  await using building = new AsyncDisposableStack()
  const page = readPageFiles(options.spaDirectory, config.pageBackend)
  const stores = building.use(new AsyncDisposableStack())
  const { open, onTrouble } = openerOf(options, page, stores)
  const first = await open().catch((error: unknown) => {
    if (!mayPass(error)) throw error
    return error
  })
  let front = first instanceof StoreError ? waitingFront(options, page, first) : first.front
  const { host, port, site } = config
  const server = await startServer(
    { fetch: (request, env) => front.app.fetch(request, env) },
    {
      host,
      port,
      headers: securityHeaders({ demo: config.gateway === null, publicUrl: site.publicUrl }),
      onRefused: (status, requestId) => front.refused(status, requestId),
    },
  )
  building.defer(() => server.close())
  const running = building.use(new AsyncDisposableStack())

  function begin(assembled: Assembled): Collector {
    front = assembled.front
    // Logs are collected and kept: a way in is for a terminal only.
    const code = config.logFormat === 'json' ? null : assembled.code
    for (const line of greeting(config, server.address, code)) terminal.say(line)
    return assembled.run(running)
  }

  async function wait(failure: StoreError): Promise<Collector | null> {
    const stopping = new AbortController()
    const onFailure = (error: unknown) => onTrouble('start', error)
    onFailure(failure)
    terminal.say(`Podium will be at ${server.address}`)
    const waiting = waitForStore(open, onFailure, stopping.signal)
    running.defer(async () => {
      stopping.abort()
      await waiting.catch(() => undefined)
    })
    const assembled = await waiting
    return assembled === null ? null : begin(assembled)
  }

  const collector = first instanceof StoreError ? wait(first) : Promise.resolve(begin(first))
  const built = building.move()
  return {
    address: server.address,
    failed: collector.then((begun) => begun?.ended).then(() => new Promise(() => undefined)),
    close: () => built.disposeAsync(),
  }
}

type Opener = { open: () => Promise<Assembled>; onTrouble: OnStoreTrouble }

/** Opens the store, as often as it takes, into the stack; whatever an attempt had opened is closed where it fails. */
function openerOf(options: Options, page: PageFiles, stores: AsyncDisposableStack): Opener {
  const { config, terminal, now } = options
  const warn = warnOnceAMinute(terminal.warn, now)
  const onTrouble = storeWarnings(warn, config)
  const tell = tellOfChanges()
  const watch = createStoreWatch({
    now,
    onChange: (trouble) => {
      tell(() => {
        if (trouble === null) terminal.say('The database answers again.')
        else terminal.warn(storeTroubleSentence('away', trouble, config.databaseUrl))
      })
      opened?.tellViewers()
    },
  })
  let opened: Assembled | null = null
  async function open(): Promise<Assembled> {
    await using opening = new AsyncDisposableStack()
    const { place, store } = await openLocation(opening, config, {
      now,
      say: terminal.warn,
      onTrouble,
      beforeRead: watch.assertReachable,
    })
    const secrets = await instanceSecrets(store, config.secretKey)
    const assembled = await assemble({ ...options, place, store, secrets, page, warn, watch })
    opening.defer(assembled.stopTelemetry)
    stores.use(opening.move())
    opened = assembled
    return assembled
  }
  return { open, onTrouble }
}

function waitingFront({ config, terminal }: Options, page: PageFiles, trouble: StoreError): Front {
  const { site, host, gateway, pageBackend } = config
  const log = createAccessLog({ observe: () => undefined, log: terminal.request })
  const hosts = createHosts(site, host)
  const demo = gateway === null
  return {
    app: createWaitingApp({ site, hosts, demo, page, pageBackend, accessLog: log, trouble }),
    refused: log.refused,
  }
}

function storeWarnings(warn: WarnOnce, { databaseUrl }: Config): OnStoreTrouble {
  return (trouble, error) => warn(trouble, storeTroubleSentence(trouble, error, databaseUrl))
}
