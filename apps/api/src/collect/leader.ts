import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../store/store-error.ts'
import type { Lease } from '../store/lease.ts'

/** A leader that died is replaced within the two together, which is less than ten seconds. */
const ttlMs = 7000
const renewMs = 2000

/**
 * Works while this process holds the lease, and waits for it while another does. A leader that loses the lease stops
 * at once; the store refuses what it would still write.
 */
export async function whileLeading(
  lease: Lease,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    if (await lease.acquire(ttlMs)) await lead(lease, signal, work)
    else await pause(renewMs, signal)
  }
}

async function lead(
  lease: Lease,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lostLease = new AbortController()
  const either = AbortSignal.any([signal, lostLease.signal])
  const renewing = renewUntil(lease, either).finally(() => lostLease.abort())
  try {
    await work(either)
  } catch (error) {
    if (!(error instanceof StoreError && error.kind === 'fenced')) throw error
  } finally {
    lostLease.abort()
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
