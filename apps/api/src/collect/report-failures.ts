import { LiteLLMError } from '@podium/litellm-client'
import { StoreError, storeStateOf } from '../store/store-error.ts'
import { carryError } from './carried-error.ts'
import type { CollectorEvent } from './collector-event.ts'

/** What asks the store: the lease is small, and may be kept where a poll has no room. */
type Asker = 'lease' | 'write'

/** Tells the process when the store begins to fail and when it works again, and every fault of ours. */
export function createFailureReport(post: (event: CollectorEvent) => void) {
  let trouble: { error: StoreError; by: Asker } | null = null

  function failed(error: unknown, by: Asker): void {
    // Its source has a state for it.
    if (error instanceof LiteLLMError) return
    if (!(error instanceof StoreError) || storeStateOf(error) === null) {
      post({ kind: 'fault', error: carryError(error) })
      return
    }
    const isKnown = trouble?.error.kind === error.kind
    trouble = { error, by }
    if (isKnown) return
    const carried = carryError(error)
    post({ kind: 'store', trouble: { kind: error.kind, error: carried } })
    // Nobody knows why, so its place may help.
    if (error.kind === 'failed') post({ kind: 'fault', error: carried })
  }

  return {
    failed,
    worked: (by: Asker): void => {
      if (trouble === null || (trouble.by === 'write' && by === 'lease')) return
      trouble = null
      post({ kind: 'store', trouble: null })
    },
  }
}

export type FailureReport = ReturnType<typeof createFailureReport>
