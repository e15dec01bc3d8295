/** Holds what was used last, up to a size in bytes; what is larger than all of it is not held. */
export function createLru<Value>(maxBytes: number) {
  const entries = new Map<string, { value: Value; bytes: number }>()
  let total = 0
  let newest: string | null = null

  function remove(key: string): void {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    get: (key: string): Value | undefined => {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      if (key !== newest) {
        entries.delete(key)
        entries.set(key, entry)
        newest = key
      }
      return entry.value
    },
    put: (key: string, value: Value, bytes: number): void => {
      remove(key)
      if (bytes > maxBytes) return
      entries.set(key, { value, bytes })
      newest = key
      total += bytes
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break
        remove(oldest)
      }
    },
    clear: (): void => {
      entries.clear()
      total = 0
    },
    bytes: () => total,
  }
}
