/** Begins what the tab that holds the stream does; what it returns ends that. */
export type Lead = () => () => void

const leaseMs = 6000
const renewMs = 2000

/** A lease in the storage that all tabs share: whoever renews it leads. Two leaders for a moment do no harm. */
export function leadByLease(name: string, lead: Lead, storage: Storage): () => void {
  const self = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let stop: (() => void) | undefined

  function holder(): string | undefined {
    const [id, until] = (storage.getItem(name) ?? '').split(' ')
    return Number(until) > Date.now() ? id : undefined
  }
  function turn(): void {
    const current = holder()
    if (current !== undefined && current !== self) {
      stop?.()
      stop = undefined
      return
    }
    storage.setItem(name, `${self} ${Date.now() + leaseMs}`)
    stop ??= lead()
  }
  function release(): void {
    if (holder() === self) storage.removeItem(name)
    stop?.()
    stop = undefined
  }

  // Tabs that open together do not all take it in the same moment.
  const first = setTimeout(turn, Math.random() * 100)
  const renewal = setInterval(turn, renewMs)
  addEventListener('pagehide', release)
  return () => {
    clearTimeout(first)
    clearInterval(renewal)
    removeEventListener('pagehide', release)
    release()
  }
}
