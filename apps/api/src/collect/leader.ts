import { setTimeout as sleep } from 'node:timers/promises'
import type { Lease } from '../store/lease.ts'
import { isFenced } from '../store/store-error.ts'

/** A leader that died is replaced within the two together, which is less than ten seconds. */
const ttlMs = 7000
const renewMs = 2000
/** Where the store did not answer. */
const againMs = 500
const longestPauseMs = 4000

type Leading = {
  lease: Pick<Lease, 'acquire' | 'renew' | 'release'>
  signal: AbortSignal
  work: (signal: AbortSignal) => Promise<void>
  /** The store answered what the lease asked it. */
  onAnswer: () => void
  /** Another process leads. */
  onFollow: () => void
  /** It did not, or the work failed: all is tried again. */
  onFailure: (error: unknown) => void
  steady: () => number
}

/**
 * Works while this process holds the lease, and waits for it while another does. A leader that loses the lease stops
 * at once; the store refuses what it would still write. While the store is away a leader goes on until its lease would
 * have run out; then it stops, and tries to get it again.
 */
export async function whileLeading(leading: Leading): Promise<void> {
  const { lease, signal, onAnswer, onFollow, onFailure, steady } = leading
  const isStopped = () => signal.aborted
  let failures = 0
  while (!isStopped())
    try {
      const askedAt = steady()
      const isOurs = await lease.acquire(ttlMs)
      onAnswer()
      if (isOurs) await lead(leading, askedAt)
      else {
        onFollow()
        await pause(renewMs, signal)
      }
      failures = 0
    } catch (error) {
      if (isStopped()) return
      failures += 1
      onFailure(error)
      await pause(Math.min(longestPauseMs, againMs * 2 ** Math.min(failures, 6)), signal)
    }
}

async function lead(leading: Leading, askedAt: number): Promise<void> {
  const { lease, signal, work, onFailure } = leading
  const lostLease = new AbortController()
  const either = AbortSignal.any([signal, lostLease.signal])
  const renewing = renewUntilLost(leading, either, askedAt).finally(() => lostLease.abort())
  try {
    await work(either)
  } catch (error) {
    if (!isFenced(error)) throw error
  } finally {
    lostLease.abort()
    await renewing
    // It runs out by itself.
    await lease.release().catch(onFailure)
  }
}

/** Never rejects. */
async function renewUntilLost(
  { lease, onAnswer, onFailure, steady }: Leading,
  signal: AbortSignal,
  askedAt: number,
): Promise<void> {
  const isOver = () => signal.aborted
  let heldUntil = askedAt + ttlMs
  let pauseMs = renewMs
  while (!isOver()) {
    await pause(pauseMs, signal)
    if (isOver()) return
    const renewedAt = steady()
    try {
      // Whoever comes late, because the process stood still, may ask once more: nobody may have taken it.
      const waitMs = Math.max(heldUntil - renewedAt, againMs)
      const isOurs = await within(waitMs, lease.renew(ttlMs))
      if (isOurs !== true) return
      onAnswer()
      heldUntil = renewedAt + ttlMs
      pauseMs = renewMs
    } catch (error) {
      onFailure(error)
      if (steady() >= heldUntil) return
      pauseMs = againMs
    }
  }
}

/** Null is no answer in time; a failure that comes later is nobody's. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), ms)
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** An abort ends the pause; the caller's loop looks at the signal. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
