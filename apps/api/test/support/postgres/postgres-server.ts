import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A genuine PostgreSQL, with databases that live as long as a test. */
export type PostgresServer = {
  createDatabase: () => Promise<{ url: string; drop: () => Promise<void> }>
  stop: () => Promise<void>
}

/** Commits wait for the disk where `isTimed`: what loses its power is not tested, but what takes how long is. */
type Use = { isTimed: boolean }

/**
 * The server that TEST_DATABASE_URL names, else the one on 127.0.0.1:5432, else one of our own. A test that wants
 * PostgreSQL never goes without.
 */
export async function findPostgres(use: Use = { isTimed: false }): Promise<PostgresServer> {
  // eslint-disable-next-line no-restricted-properties -- who runs the tests says here which server to take
  const named = process.env['TEST_DATABASE_URL']
  if (named !== undefined) return onServer(named, use, () => Promise.resolve())
  const local = 'postgresql://postgres@127.0.0.1:5432/postgres'
  if (await letsUsIn(local)) return onServer(local, use, () => Promise.resolve())
  const { startEmbeddedPostgres } = await import('./embedded-postgres.ts')
  const own = await startEmbeddedPostgres(use)
  return onServer(own.url, use, own.stop)
}

async function letsUsIn(url: string): Promise<boolean> {
  return ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  )
}

function onServer(url: string, { isTimed }: Use, stop: () => Promise<void>): PostgresServer {
  return {
    stop,
    createDatabase: async () => {
      await dropForgotten(url)
      const name = `podium_test_${Date.now()}_${randomUUID().slice(0, 8)}`
      await ask(url, `CREATE DATABASE ${name}`)
      if (!isTimed) await ask(url, `ALTER DATABASE ${name} SET synchronous_commit = off`)
      const own = new URL(url)
      own.pathname = `/${name}`
      return { url: own.href, drop: () => ask(url, `DROP DATABASE ${name} WITH (FORCE)`) }
    },
  }
}

/** Longer than any test takes. */
const forgottenMs = 3 * 3_600_000

/** A run that was killed leaves its databases behind: whoever comes hours later drops them. */
async function dropForgotten(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname ~ '^podium_test_[0-9]{13}_'
        AND substring(datname, 13, 13)::bigint < $1`,
      [Date.now() - forgottenMs],
    )
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}

export async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
