import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '../store/open-store.ts'

/** What this instance signs with. Whoever knows one of them does not know the other. */
export type InstanceSecrets = { publicIds: Buffer; sessions: Buffer }

/** From the configured secret, or made once and kept in the store. */
export async function instanceSecrets(
  store: Pick<Store, 'keepSecret'>,
  configured: string | null,
): Promise<InstanceSecrets> {
  if (configured !== null) {
    const publicIds = Buffer.from(configured)
    return { publicIds, sessions: createHmac('sha256', publicIds).update('sessions').digest() }
  }
  const kept = async (name: string) =>
    Buffer.from(await store.keepSecret(name, randomBytes(32).toString('base64')), 'base64')
  return { publicIds: await kept('public-ids'), sessions: await kept('sessions') }
}
