import { leadByLease, type Lead } from './lead-by-lease.ts'

/** One tab of the browser leads; when it goes, another one does. Returns how to step down for good. */
export function electLeader(name: string, lead: Lead): () => void {
  // Only secure contexts have locks; a plain-HTTP LAN is none, whatever the types say.
  const locks: LockManager | undefined = isSecureContext ? navigator.locks : undefined
  return locks === undefined ? leadByLease(name, lead, localStorage) : leadByLock(locks, name, lead)
}

function leadByLock(locks: LockManager, name: string, lead: Lead): () => void {
  const waiting = new AbortController()
  const { promise: isOver, resolve: end } = Promise.withResolvers<undefined>()
  locks
    .request(name, { signal: waiting.signal }, async () => {
      const stop = lead()
      await isOver
      stop()
    })
    .catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error
    })
  return () => {
    end(undefined)
    waiting.abort()
  }
}
