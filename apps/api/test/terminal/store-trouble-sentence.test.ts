import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { connectStore } from '../../src/store/open-store.ts'
import type { StoreTrouble } from '../../src/store/store-trouble.ts'
import { explainSqlite } from '../../src/store/sqlite/sqlite-error.ts'
import { makeBackup } from '../../src/store/sqlite/backups.ts'
import { storeTroubleSentence } from '../../src/terminal/store-trouble-sentence.ts'

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  server.close()
  await once(server, 'close')
  return port
}

test('a PostgreSQL that refuses LISTEN is named with its host and the code, without the password', async () => {
  const port = await closedPort()
  const url = `postgres://canary:canary@127.0.0.1:${port}/podium`
  const troubles: [StoreTrouble, unknown][] = []
  const store = connectStore({
    place: { kind: 'postgres', url, poolSize: 1 },
    now: Date.now,
    onTrouble: (...trouble) => troubles.push(trouble),
  })
  onTestFinished(() => store.close())
  const stop = store.listen(() => undefined)
  onTestFinished(stop)
  await expect.poll(() => troubles.length).toBe(1)
  expect(troubles.map(([trouble, error]) => storeTroubleSentence(trouble, error, url))).toEqual([
    `The database at 127.0.0.1:${port} cannot announce changes (LISTEN: ECONNREFUSED), so Podium looks for them every second.`,
  ])
})

test('a backup that fails says why', async () => {
  const failure = await makeBackup('/nowhere/podium.db', new Date()).catch(explainSqlite)
  expect(storeTroubleSentence('backup', failure, null)).toBe(
    'The hourly backup of the database failed (The database cannot be written); the next one is in an hour.',
  )
})
