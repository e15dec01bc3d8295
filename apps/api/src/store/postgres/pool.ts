import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { storeError } from '../store-error.ts'
import { parseAddresses } from './addresses.ts'
import { createSockets, endWithin, type Sockets } from './sockets.ts'

/** int8 and numeric come as text otherwise; no sum of ours reaches 2^53. */
const numbers = [20, 1700]

type PoolOptions = {
  url: string
  size: number
  /** How long a server may be silent in the middle of a question; 0 is for ever. */
  silenceMs: number
  onIdleError: (error: Error) => void
}

/** Connections to the server that the URL names; to the first that can be written where it names several. */
export function createPool({ url, ...options }: PoolOptions): PostgresPool {
  const { urls, isPrimaryNeeded } = parseAddresses(url) ?? { urls: [url], isPrimaryNeeded: false }
  const sockets = createSockets(options.silenceMs)
  const pools = urls.map((one) => poolOf(one, { ...options, isPrimaryNeeded, sockets }))
  return {
    connect: takeTurns(pools),
    // For what Kysely does not do here: cancelling on the server.
    options: {},
    end: () => endWithin(sockets, Promise.all(pools.map((pool) => pool.end()))),
  }
}

/** The server that answered last is asked first. */
function takeTurns(pools: readonly pg.Pool[]): () => Promise<PostgresPoolClient> {
  let current = 0
  return async () => {
    const first = current
    let failure: unknown
    for (const [step] of pools.entries()) {
      const index = (first + step) % pools.length
      try {
        const client = await pools[index]?.connect()
        if (client === undefined) continue
        current = index
        return client
      } catch (error) {
        failure = error
      }
    }
    throw failure
  }
}

type OneOptions = Omit<PoolOptions, 'url'> & { isPrimaryNeeded: boolean; sockets: Sockets }

function poolOf(url: string, { size, onIdleError, isPrimaryNeeded, sockets }: OneOptions): pg.Pool {
  const types = new pg.TypeOverrides()
  for (const oid of numbers) types.setTypeParser(oid, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5000,
    application_name: 'podium',
    types,
    stream: sockets.open,
    ...(isPrimaryNeeded && { verify: refuseStandby }),
  })
  // Without listeners a server that restarts would end the process; a connection in use has none of the pool's.
  pool.on('error', onIdleError)
  pool.on('connect', (client) => client.on('error', onIdleError))
  return pool
}

/** Of each new connection: a server that was promoted cuts none. */
function refuseStandby(client: pg.ClientBase, done: (error?: Error) => void): void {
  client.query<{ transaction_read_only: string }>('SHOW transaction_read_only').then(
    ({ rows }) => {
      if (rows[0]?.transaction_read_only === 'on') done(storeError('read_only'))
      else done()
    },
    (error: unknown) => done(error instanceof Error ? error : storeError('failed', error)),
  )
}
