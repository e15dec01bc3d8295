import { createHmac } from 'node:crypto'
import type { PublicIds } from '../analytics/public-ids.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 10
const prefixes = { team: 't_', key: 'k_' }

/** Ids that are stable within one instance and reveal nothing of the gateway's own ids. */
export function createPublicIds(secret: Buffer): PublicIds {
  const known = new Map<string, string>()
  function publicId(kind: 'team' | 'key', id: string): string {
    const name = `${kind}:${id}`
    const existing = known.get(name)
    if (existing !== undefined) return existing
    const digest = createHmac('sha256', secret).update(name).digest()
    const made =
      prefixes[kind] +
      Array.from(digest.subarray(0, length), (byte) => alphabet[byte & 31]).join('')
    known.set(name, made)
    return made
  }
  return { team: (id) => publicId('team', id), key: (hash) => publicId('key', hash) }
}
