import { setTimeout as sleep } from 'node:timers/promises'
import { once } from 'node:events'
import pg from 'pg'
import { parseAddresses } from './addresses.ts'
import { createSockets, endWithin } from './sockets.ts'

const channel = 'podium'
const againMs = 5000

/** To be said on any connection, outside of transactions. */
export const notify = `SELECT pg_notify('${channel}', '')`

/** Calls back at every notice, on a connection of its own that comes back when it is lost. */
export function listenForNotices(
  url: string,
  onNotice: () => void,
  onRefused: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const isStopped = () => signal.aborted
  const { urls } = parseAddresses(url) ?? { urls: [url] }
  const listening = (async () => {
    for (let turn = 0; !isStopped(); turn += 1) {
      // Without it, or where an engine has no LISTEN, the row of the version is looked at each second.
      await listenUntilLost(urls[turn % urls.length] ?? url, onNotice, signal).catch(onRefused)
      await sleep(againMs, undefined, { signal }).catch(() => undefined)
    }
  })()
  return () => {
    stopping.abort()
    return listening
  }
}

async function listenUntilLost(url: string, onNotice: () => void, signal: AbortSignal) {
  const sockets = createSockets(0)
  const client = new pg.Client({
    connectionString: url,
    stream: sockets.open,
    connectionTimeoutMillis: 5000,
    application_name: 'podium',
    keepAlive: true,
  })
  const lost = new AbortController()
  client.on('error', () => lost.abort())
  client.on('end', () => lost.abort())
  client.on('notification', onNotice)
  try {
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    const either = AbortSignal.any([signal, lost.signal])
    if (!either.aborted) await once(either, 'abort')
  } finally {
    await endWithin(sockets, client.end())
  }
}
