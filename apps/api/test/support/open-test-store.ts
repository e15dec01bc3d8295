import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { guardStore } from '../../src/store/open-store.ts'
import { connectTestStore, type TestStore } from './connect-test-store.ts'

/** A real store in a folder of its own, which may write. */
export async function openTestStore(now: () => number = Date.now): Promise<TestStore> {
  const directory = mkdtempSync(join(tmpdir(), 'podium-test-'))
  const place = { kind: 'file' as const, path: join(directory, 'podium.db') }
  const guard = await guardStore({ place, now })
  const store = connectTestStore({ place, now })
  await store.lease.acquire(60_000)
  onTestFinished(async () => {
    await store.close()
    guard.release()
    rmSync(directory, { recursive: true })
  })
  return store
}
