import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ConfigError, parseConfig } from './config.ts'
import { parseDate } from './domain/utc-day.ts'
import { connectStore, guardStore } from './store/open-store.ts'
import { StoreError } from './store/store-error.ts'
import { storeLocation } from './store/store-location.ts'

// `npm run purge -- --before DATE`: says what would go, and deletes it with --yes.

const usage = 'npm run purge -- --before YYYY-MM-DD [--yes]'
const ttlMs = 60_000

class PurgeError extends Error {
  override readonly name = 'PurgeError'
}

function readArguments(): { before: string; yes: boolean } {
  const options = { before: { type: 'string' }, yes: { type: 'boolean' } } as const
  try {
    const { values } = parseArgs({ options, allowPositionals: false })
    const before = parseDate(values.before ?? '')
    if (before !== null) return { before, yes: values.yes ?? false }
  } catch {
    // An unknown flag is told like a missing one.
  }
  throw new PurgeError(`Which days? ${usage}`)
}

async function purge(): Promise<void> {
  const { before, yes } = readArguments()
  const config = parseConfig({ ...process.env, DEMO: '1' }, (path) => readFileSync(path, 'utf8'))
  const place = storeLocation(config.databaseUrl, {
    directory: config.dataDirectory,
    poolSize: 1,
  })
  await using closing = new AsyncDisposableStack()
  const guard = await guardStore({ place, now: Date.now })
  closing.defer(() => guard.release())
  const store = connectStore({ place, now: Date.now, silenceMs: 0 })
  closing.defer(() => store.close())
  const counts = await store.countBefore(before)
  for (const { table, rows } of counts) say(`${String(rows).padStart(10)} rows of ${table}`)
  if (!yes) {
    say(`Nothing has been deleted. To delete what is before ${before}: --yes`)
    return
  }
  if (!(await store.lease.acquire(ttlMs)))
    throw new PurgeError('A Podium is collecting into this database: stop it first.')
  await store.write((tx) => tx.purgeBefore(before))
  await store.lease.release()
  await store.shrink()
  say(`Everything before ${before} has been deleted, and will not be read again.`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

try {
  await purge()
} catch (error) {
  const isExpected =
    error instanceof PurgeError || error instanceof ConfigError || error instanceof StoreError
  if (!isExpected) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
