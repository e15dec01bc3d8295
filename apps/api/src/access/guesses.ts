import { createBucket, type Bucket } from './bucket.ts'

const perMinute = { everywhere: 60, oneAddress: 20 }
const mostRemembered = 5000

export type Guesses = ReturnType<typeof createGuesses>

/**
 * Counts wrong credentials. A right one gives nothing back; but one that this address has shown before is no guess,
 * so that a guesser does not lock out the room behind the same address.
 */
export function createGuesses(now: () => number) {
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
    /** Milliseconds until a further one is looked at; 0 is now. */
    waitMs: (address: string): number =>
      Math.max(everywhere.waitMs(), byAddress.get(address)?.waitMs() ?? 0),
    wrong: (address: string): void => {
      everywhere.take()
      bucketOf(address).take()
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

function perMinuteBucket(count: number, now: () => number): Bucket {
  return createBucket({ capacity: count, perSecond: count / 60, now })
}

/** Who has been quiet for a minute starts afresh; where nobody has, the oldest goes. */
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
