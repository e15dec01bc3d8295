import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { guardStore } from '../../src/store/open-store.ts'
import { connectTestStore, type TestStore } from './connect-test-store.ts'
import { newQuickFolder } from './quick-folder.ts'

/** A real store in a folder of its own, which may write; empty, or as another one was kept. */
export async function openTestStore(
  now: () => number = Date.now,
  kept?: string,
): Promise<TestStore & { path: string }> {
  const directory = newQuickFolder('podium-test-')
  const place = { kind: 'file' as const, path: join(directory, 'podium.db') }
  if (kept !== undefined) copyFileSync(kept, place.path)
  const guard = await guardStore({ place, now })
  const store = connectTestStore({ place, now })
  await store.lease.acquire(60_000)
  onTestFinished(async () => {
    await store.close()
    guard.release()
    rmSync(directory, { recursive: true })
  })
  return { ...store, path: place.path }
}
