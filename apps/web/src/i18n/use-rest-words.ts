import type { ComputedRef } from 'vue'
import { rest as de } from './de/rest.ts'
import { rest as en, type RestWords } from './en/rest.ts'
import { useLaterWords } from './use-later-words.ts'

export function useRestWords(): ComputedRef<RestWords> {
  return useLaterWords({ en, de })
}
