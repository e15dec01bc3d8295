import type { ComputedRef } from 'vue'
import { dialogs as de } from './de/dialogs.ts'
import { dialogs as en, type DialogWords } from './en/dialogs.ts'
import { useLaterWords } from './use-later-words.ts'

export function useDialogWords(): ComputedRef<DialogWords> {
  return useLaterWords({ en, de })
}
