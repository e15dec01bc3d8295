import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { connectStore, guardStore, type Store } from '../../src/store/open-store.ts'

/** A real store in a folder of its own, which may write. */
export async function openTestStore(now: () => number = Date.now): Promise<Store> {
  const directory = mkdtempSync(join(tmpdir(), 'podium-test-'))
  const place = { kind: 'file' as const, path: join(directory, 'podium.db') }
  const guard = await guardStore({ place, now })
  const store = connectStore({ place, now })
  await store.lease.acquire(60_000)
  onTestFinished(async () => {
    await store.close()
    guard.release()
    rmSync(directory, { recursive: true })
  })
  return store
}
