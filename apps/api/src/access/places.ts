export type Places = {
  /** What to call when it is free again; `null` where this address has taken all that it may. */
  take: (address: string) => (() => void) | null
}

/** So many at once from one address. */
export function createPlaces(most: number): Places {
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
