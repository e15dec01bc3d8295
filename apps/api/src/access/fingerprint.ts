import { hash, timingSafeEqual } from 'node:crypto'

/** All fingerprints have one length, so that comparing two always takes the same time. */
export function fingerprint(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
