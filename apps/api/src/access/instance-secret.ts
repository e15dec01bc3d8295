import { randomBytes } from 'node:crypto'
import type { Store } from '../store/open-store.ts'

const name = 'public-ids'
const ttlMs = 5000

/** The secret behind public ids and sessions: the configured one, or one that is made once and stored. */
export async function instanceSecret(store: Store, configured: string | null): Promise<Buffer> {
  if (configured !== null) return Buffer.from(configured)
  const kept = await store.secret(name)
  if (kept !== null) return Buffer.from(kept, 'base64')
  // Another replica may do the same at this moment: all use the one that was stored first.
  if (await store.lease.acquire(ttlMs)) {
    await store.write((tx) => tx.saveSecret(name, randomBytes(32).toString('base64')))
    await store.lease.release()
  }
  const made = await store.secret(name)
  if (made === null) throw new Error('no secret could be kept')
  return Buffer.from(made, 'base64')
}
