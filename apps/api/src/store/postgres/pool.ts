import pg from 'pg'

/** int8 and numeric come as text otherwise; no sum of ours reaches 2^53. */
const numbers = [20, 1700]

type PoolOptions = { url: string; size: number; onIdleError: (error: Error) => void }

export function createPool({ url, size, onIdleError }: PoolOptions): pg.Pool {
  const types = new pg.TypeOverrides()
  for (const oid of numbers) types.setTypeParser(oid, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5000,
    application_name: 'podium',
    types,
  })
  // Without listeners a server that restarts would end the process; a connection in use has none of the pool's.
  pool.on('error', onIdleError)
  pool.on('connect', (client) => client.on('error', onIdleError))
  return pool
}
