import type { ComputedRef } from 'vue'
import { trustDetails as de } from './de/trust-details.ts'
import { trustDetails as en, type TrustDetailsWords } from './en/trust-details.ts'
import { useLaterWords } from './use-later-words.ts'

export function useTrustWords(): ComputedRef<TrustDetailsWords> {
  return useLaterWords({ en, de })
}
