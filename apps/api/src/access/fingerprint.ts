import { hash, timingSafeEqual } from 'node:crypto'

/** Of one length, so that comparing takes one time. */
export function fingerprint(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
