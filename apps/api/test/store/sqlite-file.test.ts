import { chmod, chown, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { userInfo } from 'node:os'
import { expect, it, onTestFinished } from 'vitest'
import { migrations } from '../../src/store/migrations/index.ts'
import { connectStore, createStore, guardStore } from '../../src/store/open-store.ts'
import { openSqlite } from '../../src/store/sqlite/sqlite-engine.ts'
import { explainFile } from '../../src/store/sqlite/sqlite-error.ts'
import type { StoreLocation } from '../../src/store/store-location.ts'
import { count, day, increase } from './support/bookings.ts'
import { newFilePlace } from './support/file-place.ts'
import { spawnChild } from './support/spawn-child.ts'
import { openStore } from './support/test-place.ts'

type FilePlace = Extract<StoreLocation, { kind: 'file' }>

const range = { from: day, to: day }
const cell = { teamId: 'team-a', model: 'gpt', key: 'hash-1' }

async function newFile(): Promise<FilePlace> {
  const { place, remove } = await newFilePlace()
  onTestFinished(remove)
  if (place.kind !== 'file') throw new Error('Not a file')
  return place
}

/** A closed file with data, of more than one page a table. */
async function newFileWithData(): Promise<FilePlace> {
  const place = await newFile()
  await using opened = await openStore(place)
  const increases = Array.from({ length: 500 }, (_, index) => ({
    cell: { ...cell, key: `key-${index}` },
    counters: count(1),
  }))
  await opened.store.write((tx) => increase(tx, 1, increases))
  return place
}

/** What another process says when it is to start on the same folder. */
async function startOther(
  place: StoreLocation,
  as?: { uid: number; gid: number },
): Promise<string> {
  return text(spawnChild(place, [], as).stdout)
}

it('a second process is kept out with one sentence', async () => {
  const place = await newFile()
  await using opened = await openStore(place)
  expect(await startOther(place)).toBe(
    `in_use: Another Podium uses ${place.path}: stop it, or start this one in another folder.\n`,
  )
  await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
})

it('a second start in the same process is kept out, a second connection is not', async () => {
  const place = await newFile()
  await using opened = await openStore(place)
  await expect(guardStore({ place, now: Date.now })).rejects.toMatchObject({ kind: 'in_use' })
  const reader = connectStore({ place, now: Date.now })
  await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
  expect(await reader.cellTotals(range)).toEqual([{ ...cell, counters: count(1) }])
  await reader.close()
})

it('a file of a newer Podium is refused and left as it is', async () => {
  const place = await newFileWithData()
  const database = new DatabaseSync(place.path)
  database.exec("INSERT INTO migration VALUES (999, 'later', 0)")
  database.close()
  await expect(guardStore({ place, now: Date.now })).rejects.toMatchObject({
    kind: 'newer_schema',
    message: `A newer Podium wrote this database (its tables are at step 999, this one knows ${migrations.length}): start that one, or name another database.`,
  })
  using after = new DatabaseSync(place.path)
  expect(after.prepare('SELECT count(*) AS cells FROM delta').get()).toEqual({ cells: 500 })
})

const damages: [string, (path: string) => Promise<void>][] = [
  ['is no database', (path) => writeFile(path, 'not a database '.repeat(1000))],
  ['was cut short', (path) => truncate(path, 12_000)],
  [
    'has pages of noise',
    async (path) => {
      const bytes = await readFile(path)
      bytes.fill(0xa5, 3 * 4096, bytes.length - 4096)
      await writeFile(path, bytes)
    },
  ],
]

it.each(damages)('a file that %s is set aside, and the store starts empty', async (_, damage) => {
  const place = await newFileWithData()
  await damage(place.path)
  const bytes = await readFile(place.path)
  await using opened = await openStore(place)
  const { damage: found } = opened.guard
  expect(found?.restored).toBeNull()
  expect(await readFile(found?.setAside ?? '')).toEqual(bytes)
  expect(await opened.store.cellTotals(range)).toEqual([])
  await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
})

it('damage that is met in use is told, and looked for at the next start', async () => {
  const place = await newFileWithData()
  {
    await using opened = await openStore(place)
    const bytes = await readFile(place.path)
    await writeFile(place.path, bytes.fill(0xa5, 4096 * Math.floor(bytes.length / 5000)))
    const reader = connectStore({ place, now: Date.now })
    await expect(reader.cellTotals(range)).rejects.toMatchObject({ kind: 'corrupt' })
    await reader.close()
    expect(opened.guard.damage).toBeNull()
  }
  expect(await readdir(dirname(place.path))).toContain('podium.db.suspect')
  await using opened = await openStore(place)
  expect(opened.guard.damage).not.toBeNull()
  expect(await readdir(dirname(place.path))).not.toContain('podium.db.suspect')
})

it('a damaged file gives way to the newest sound backup', async () => {
  const place = await newFile()
  const backups: (string | null)[] = []
  {
    await using opened = await openStore(place, tickingClock())
    await opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }]))
    backups.push(await opened.guard.backup())
    await opened.store.write((tx) => increase(tx, 2, [{ cell, counters: count(1) }]))
    backups.push(await opened.guard.backup())
  }
  const [older, newer] = backups
  await writeFile(newer ?? '', 'noise')
  await writeFile(place.path, 'noise')
  await using opened = await openStore(place)
  expect(opened.guard.damage?.restored).toBe(older)
  expect(await opened.store.cellTotals(range)).toEqual([{ ...cell, counters: count(1) }])
})

it('three backups are kept, each whole, while the store is written', async () => {
  const place = await newFile()
  await using opened = await openStore(place, tickingClock())
  const made: (string | null)[] = []
  for (let hour = 1; hour <= 5; hour += 1) {
    const making = opened.guard.backup()
    await opened.store.write((tx) => increase(tx, hour, [{ cell, counters: count(1) }]))
    made.push(await making)
  }
  const directory = dirname(place.path)
  const names = (await readdir(directory)).filter((name) => name.includes('backup'))
  expect(names.map((name) => join(directory, name))).toEqual(made.slice(-3))
  for (const name of names) {
    using copy = new DatabaseSync(join(directory, name), { readOnly: true })
    expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  }
})

it('a folder that cannot be written is told in one sentence', async () => {
  const place = await newFileWithData()
  await chmod(place.path, 0o444)
  await chmod(dirname(place.path), 0o555)
  onTestFinished(() => chmod(dirname(place.path), 0o755))
  const isRoot = userInfo().uid === 0
  const nobody = { uid: 65_534, gid: 65_534 }
  if (isRoot) await chown(dirname(place.path), nobody.uid, nobody.gid)
  expect(await startOther(place, isRoot ? nobody : undefined)).toBe(
    `read_only: ${place.path} cannot be written: let this user write it and its folder, or start Podium in another one.\n`,
  )
})

it('a disk that became read-only is not told as a full one, although SQLite says the same of both', async () => {
  const { path } = await newFileWithData()
  // SQLITE_IOERR_WRITE
  const error = Object.assign(new Error('disk I/O error'), { errcode: 778 })
  expect(explainFile(error, path)).toMatchObject({ kind: 'full' })
  expect(explainFile(error, `${path}.nowhere`)).toMatchObject({ kind: 'read_only' })
})

it('without room nothing is lost: what is there can be read, and is written again when there is room', async () => {
  const place = await newFileWithData()
  await using opened = await openStore(place)
  await opened.store.lease.release()
  const full = createStore(openSqlite({ path: place.path, now: Date.now, maxBytes: 4096 }))
  expect(await full.lease.acquire(1)).toBe(true)
  const increases = Array.from({ length: 5000 }, (_, index) => ({
    cell: { ...cell, key: `later-${index}` },
    counters: count(1),
  }))
  await expect(full.write((tx) => increase(tx, 2, increases))).rejects.toMatchObject({
    kind: 'full',
    message: 'There is no room left for the database.',
  })
  expect((await full.cellTotals(range)).length).toBe(500)
  await full.lease.release()
  await full.close()
  expect(await opened.store.lease.acquire(1)).toBe(true)
  await opened.store.write((tx) => increase(tx, 2, increases))
  expect((await opened.store.cellTotals(range)).length).toBe(5500)
})

it('a file that somebody else locks is busy, not broken', async () => {
  const place = await newFileWithData()
  await using opened = await openStore(place)
  const intruder = new DatabaseSync(place.path)
  intruder.exec('BEGIN IMMEDIATE')
  const attempt = opened.store.write((tx) => increase(tx, 2, [{ cell, counters: count(1) }]))
  await expect(attempt).rejects.toMatchObject({ kind: 'busy' })
  intruder.exec('ROLLBACK')
  intruder.close()
  await opened.store.write((tx) => increase(tx, 2, [{ cell, counters: count(1) }]))
})

/** An hour later each time that something asks for a backup's name. */
function tickingClock(): () => number {
  let hour = 0
  const start = Date.parse('2026-11-20T00:00:00Z')
  return () => start + hour++ * 3_600_000
}

it('a lease of a clock that has been set back since is not waited for', async () => {
  const place = await newFile()
  await using opened = await openStore(place)
  await opened.store.lease.release()
  const ahead = connectStore({ place, now: () => Date.now() + 3_600_000 })
  onTestFinished(() => ahead.close())
  expect(await ahead.lease.acquire(60_000)).toBe(true)
  expect(await opened.store.lease.acquire(60_000)).toBe(true)
  expect(await ahead.lease.renew(60_000)).toBe(false)
})

it('the folder, the file and its backups are for their owner alone, however they were left', async () => {
  const place = await newFileWithData()
  const folder = dirname(place.path)
  await chmod(folder, 0o755)
  await chmod(place.path, 0o644)
  await using opened = await openStore(place)
  await opened.guard.backup()
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  for (const name of await readdir(folder))
    expect([name, (await stat(join(folder, name))).mode & 0o077]).toEqual([name, 0])
})
