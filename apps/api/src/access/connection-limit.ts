export type ConnectionLimit = {
  /** Answers what to call when the connection ends; `null` is one too many from this address. */
  take: (address: string) => (() => void) | null
}

/** At most `most` connections at once from one address. */
export function createConnectionLimit(most: number): ConnectionLimit {
  const taken = new Map<string, number>()
  return {
    take: (address) => {
      const before = taken.get(address) ?? 0
      if (before >= most) return null
      taken.set(address, before + 1)
      return () => {
        const left = (taken.get(address) ?? 1) - 1
        if (left === 0) taken.delete(address)
        else taken.set(address, left)
      }
    },
  }
}
