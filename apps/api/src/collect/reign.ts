import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../store/store-error.ts'
import type { Lease } from '../store/lease.ts'

/** One that died is replaced within the two together, which is less than ten seconds. */
const ttlMs = 7000
const renewMs = 2000

/**
 * Works while the lease is ours, and waits for it while it is somebody else's. Whoever loses it stops at once; what it
 * would still write is fenced off by the store.
 */
export async function whileLeading(
  lease: Lease,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    if (await lease.acquire(ttlMs)) await reign(lease, signal, work)
    else await pause(renewMs, signal)
  }
}

async function reign(
  lease: Lease,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const deposed = new AbortController()
  const either = AbortSignal.any([signal, deposed.signal])
  const renewing = renewUntil(lease, either).finally(() => deposed.abort())
  try {
    await work(either)
  } catch (error) {
    if (!(error instanceof StoreError && error.kind === 'fenced')) throw error
  } finally {
    deposed.abort()
    await renewing
    await lease.release()
  }
}

async function renewUntil(lease: Lease, signal: AbortSignal): Promise<void> {
  const isOver = () => signal.aborted
  while (!isOver()) {
    await pause(renewMs, signal)
    if (isOver() || !(await lease.renew(ttlMs))) return
  }
}

/** An abort ends the pause; the caller's loop looks at the signal. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
