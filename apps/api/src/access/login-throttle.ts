import { isIPv6 } from 'node:net'
import { createBucket, type Bucket } from './bucket.ts'

const perMinute = { everywhere: 60, oneAddress: 20 }
const mostRemembered = 5000

export type LoginThrottle = ReturnType<typeof createLoginThrottle>

/**
 * Slows down who guesses credentials: 20 wrong ones a minute from one address, 60 from everywhere. Two are checked even
 * so, or a guesser would lock out everybody: a credential that was right at this address before, and the first wrong
 * one of a minute from an address.
 */
export function createLoginThrottle(now: () => number) {
  const everywhere = perMinuteBucket(perMinute.everywhere, now)
  const byAddress = new Map<string, Bucket>()
  const proven = new Set<string>()

  function bucketOf(address: string): Bucket {
    const known = byAddress.get(address)
    if (known !== undefined) return known
    const made = perMinuteBucket(perMinute.oneAddress, now)
    if (byAddress.size >= mostRemembered) forgetQuiet(byAddress)
    byAddress.set(address, made)
    return made
  }

  return {
    /** Milliseconds until a further credential is checked; 0 is now. */
    waitMs: (address: string): number => {
      const own = byAddress.get(neighbourhood(address))
      if (own === undefined || own.isFull()) return 0
      return Math.max(everywhere.waitMs(), own.waitMs())
    },
    wrong: (address: string): void => {
      everywhere.take()
      bucketOf(neighbourhood(address)).take()
    },
    right: (address: string, fingerprint: string): void => {
      const name = `${address} ${fingerprint}`
      if (proven.size >= mostRemembered && !proven.has(name)) dropOldest(proven)
      proven.add(name)
    },
    isProven: (address: string, fingerprint: string): boolean =>
      proven.has(`${address} ${fingerprint}`),
  }
}

/** Of IPv6 a guesser has a whole network: its first four groups. */
function neighbourhood(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length }, () => '0')
  return [...groups, ...zeros].slice(0, 4).join(':')
}

function perMinuteBucket(count: number, now: () => number): Bucket {
  return createBucket({ capacity: count, perSecond: count / 60, now })
}

/** Drops addresses that were quiet for a minute; where there are none, the oldest. */
function forgetQuiet(byAddress: Map<string, Bucket>): void {
  for (const [address, bucket] of byAddress) if (bucket.isFull()) byAddress.delete(address)
  if (byAddress.size >= mostRemembered) dropOldest(byAddress)
}

function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}
