import type { LiveData } from '@podium/contracts'
import { createAccess } from './access/create-access.ts'
import { createPublicIds } from './access/public-ids.ts'
import { instanceSecret } from './access/instance-secret.ts'
import { createApp } from './app.ts'
import { startCollector } from './collect/start-collector.ts'
import { followStore } from './collect/follow-store.ts'
import { watchCollector } from './collect/watch-collector.ts'
import type { Config } from './config.ts'
import { createAnswers } from './http/answers/create-answers.ts'
import { createDoor } from './http/door.ts'
import { createFront } from './http/front.ts'
import { listen } from './http/listen.ts'
import { readSpaFiles } from './http/spa-files.ts'
import { createHub } from './live/hub.ts'
import { openPlace } from './store/open-place.ts'
import { greeting } from './terminal/greeting.ts'
import { historySentence } from './terminal/history-sentence.ts'
import { sourceSentence } from './terminal/source-sentence.ts'
import type { Terminal } from './terminal/terminal.ts'

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
  const isDemo = config.gateway === null

  const { place, store } = await openPlace(building, config, { now, say: terminal.warn })
  const secret = await instanceSecret(store, config.secretKey)
  const { site } = config
  const access = createAccess({ config: config.access, site, bound: config.host, secret, now })
  const startedAt = now()
  const hub = createHub({
    epoch: startedAt.toString(36),
    hello: () => ({ version, dataVersion: watcher.dataVersion() }),
    random,
  })
  const publishData = (dataVersion: number) => {
    const data: LiveData = { dataVersion, at: new Date(now()).toISOString() }
    hub.publish('data', data)
  }
  const watcher = watchCollector({
    data: publishData,
    ...(isDemo ? silent : aloud(options)),
  })
  const onFault = (error: unknown) => terminal.warn(`A request failed: ${nameOf(error)}.`)
  let isDraining = false
  const desk = createFront({ version: watcher.dataVersion, now })
  const app = createApp({
    store,
    hub,
    now,
    random,
    access,
    requestsPerSecond: config.requestsPerSecond,
    livePerAddress: config.livePerAddress,
    publicIds: createPublicIds(secret),
    shadowPrices: config.shadowPrices,
    spa: readSpaFiles(options.spaDirectory),
    watcher,
    answers: createAnswers({ all: watcher.dataVersion, ofDays: store.rangeVersion }),
    remember: desk.remember,
    about: {
      demo: isDemo,
      version,
      pollSeconds: config.pollSeconds,
      historyDays: config.historyDays,
    },
    isDraining: () => isDraining,
    onFault,
  })
  const door = createDoor({ access, publicUrl: site.publicUrl, demo: isDemo })
  const server = await listen({ door, front: desk.front, app }, config)
  building.defer(() => server.close())
  building.defer(() => hub.close())
  for (const line of greeting(config, server.address, access.code?.code ?? null)) terminal.say(line)

  const { gateway, pollSeconds, historyDays, backfillMostRequests } = config
  const collector = startCollector(
    { place, gateway, pollMs: pollSeconds * 1000, historyDays, backfillMostRequests },
    watcher.hear,
  )
  building.defer(() => collector.stop())
  const { hear, isLeading } = watcher
  building.defer(followStore({ store, hear, isLeading, onFault }))
  building.defer(() => {
    isDraining = true
  })
  const parts = building.move()
  return {
    address: server.address,
    failed: collector.ended.then(() => new Promise(() => undefined)),
    close: () => parts.disposeAsync(),
  }
}

type Told = Omit<Parameters<typeof watchCollector>[0], 'data'>

/** The demo's gateway is no news. */
const silent: Told = { source: () => undefined, history: () => undefined }

function aloud({ config, terminal, now }: Options): Told {
  const tell = (sentence: string | null) => {
    if (sentence !== null) terminal.say(sentence)
  }
  return {
    source: (name, before, after) => {
      if (name === 'activity') tell(sourceSentence(before, after, now()))
    },
    history: (unread) => tell(historySentence(unread, config.historyDays)),
  }
}

/** The class only: a foreign message may hold what nobody should read. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
