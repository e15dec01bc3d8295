import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { bookPoll } from '../src/collect/book-poll.ts'
import { connectStore, guardStore } from '../src/store/open-store.ts'
import { storeLocation } from '../src/store/store-location.ts'
import { day, key, team, tokens } from './support/activity.ts'
import { compiledBefore } from '../../../scripts/compiled-before.ts'
import { newQuickFolder } from './support/quick-folder.ts'

const program = fileURLToPath(new URL('../src/purge.ts', import.meta.url))

/** A folder whose database holds these days, and the program as it is called there. */
async function folderWith(dates: readonly string[]) {
  const cwd = newQuickFolder('podium-purge-')
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  const place = storeLocation(null, { directory: join(cwd, 'data'), poolSize: 1 })

  async function open<T>(work: (store: ReturnType<typeof connectStore>) => Promise<T>): Promise<T> {
    const guard = await guardStore({ place, now: Date.now })
    const store = connectStore({ place, now: Date.now })
    try {
      return await work(store)
    } finally {
      await store.close()
      guard.release()
    }
  }

  await open(async (store) => {
    await store.lease.acquire(10_000)
    for (const date of dates) {
      const activity = { ...day([team('red', [key('k1', tokens(30))])], {}), date }
      const at = Date.parse(`${date}T12:00:00Z`)
      const moment = { startedAt: at, finishedAt: at, source: activity.source }
      const answer = { day: date, activity, own: new Map(), isTruncated: false, ...moment }
      await store.write((tx) => bookPoll(tx, answer, 10_000))
    }
    await store.lease.release()
  })
  const range = { from: '2026-01-01', to: '2026-12-31' }
  return {
    days: () => open(async (store) => (await store.teamDays(range)).map((each) => each.day)),
    purge: (...args: string[]) =>
      spawnSync(process.execPath, [...compiledBefore.flags, program, ...args], {
        cwd,
        env: { PATH: '/usr/bin:/bin', ...compiledBefore.env },
        encoding: 'utf8',
      }),
  }
}

test('a purge says what would go, and takes it only when told so', async () => {
  const { days, purge } = await folderWith(['2026-11-01', '2026-11-02'])
  const dry = purge('--before', '2026-11-02')
  expect(dry.status).toBe(0)
  expect(dry.stdout).toMatch(/ 1 rows of delta\n/)
  expect(dry.stdout).toContain('Nothing has been deleted.')
  expect(await days()).toEqual(['2026-11-01', '2026-11-02'])

  expect(purge('--before', '2026-11-02', '--yes').stdout).toContain(
    'Everything before 2026-11-02 has been deleted',
  )
  expect(await days()).toEqual(['2026-11-02'])
})

test.each([[[]], [['--before', '2026-02-30']], [['--before', '2026-11-02', '--now']]])(
  'called with %j it says how, and deletes nothing',
  async (args) => {
    const { days, purge } = await folderWith(['2026-11-01'])
    const { status, stderr } = purge(...args)
    expect(status).toBe(1)
    expect(stderr).toBe('Which days? npm run purge -- --before YYYY-MM-DD [--yes]\n')
    expect(await days()).toEqual(['2026-11-01'])
  },
)
