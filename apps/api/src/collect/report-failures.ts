import { LiteLLMError } from '@podium/litellm-client'
import { StoreError, storeStateOf, type StoreErrorKind } from '../store/store-error.ts'
import { carryError } from './carried-error.ts'
import type { CollectorEvent } from './collector-event.ts'
import type { SourceName } from './source.ts'

/** Who asks the store: what fails for one may work for another, as where one table is damaged. */
type Asker = 'lease' | SourceName

/** Tells the process when the store begins to fail and when it works again, and every fault of ours. */
export function createFailureReport(post: (event: CollectorEvent) => void) {
  const troubles = new Map<Asker, StoreError>()
  let told: StoreErrorKind | null = null

  function tell(): void {
    const [error] = troubles.values()
    const kind = error?.kind ?? null
    if (kind === told) return
    told = kind
    const carried = error === undefined ? null : carryError(error)
    post({ kind: 'store', trouble: kind && carried && { kind, error: carried } })
    // Nobody knows why, so its place may help.
    if (kind === 'failed' && carried !== null) post({ kind: 'fault', error: carried })
  }

  return {
    failed: (error: unknown, by: Asker): void => {
      // Its source has a state for it.
      if (error instanceof LiteLLMError) return
      if (error instanceof StoreError && storeStateOf(error) !== null) {
        troubles.set(by, error)
        tell()
      } else post({ kind: 'fault', error: carryError(error) })
    },
    /** Of work that is repeated seldom: what passes is told by those who ask often. */
    failedOnce: (error: unknown): void => {
      if (error instanceof LiteLLMError) return
      const state = error instanceof StoreError ? storeStateOf(error) : null
      if (state === null || state === 'failed' || state === 'corrupt')
        post({ kind: 'fault', error: carryError(error) })
    },
    worked: (by: Asker): void => {
      if (troubles.delete(by)) tell()
    },
    /** Nobody here writes any more, so nobody can find out that it works again. */
    forget: (): void => {
      troubles.clear()
      tell()
    },
  }
}

export type FailureReport = ReturnType<typeof createFailureReport>
