import { computed, type ComputedRef } from 'vue'
import { useI18n } from './use-i18n.ts'

/** By file: `import.meta.glob('./messages/*\/rooms/charts.ts', { eager: true, import: 'charts' })`. */
type Files<T> = Record<string, T>

/** The words that only one room needs: they are loaded with it, so that the board does not carry them. */
export function useRoomWords<T>(files: Files<T>): ComputedRef<T> {
  const { language } = useI18n()
  return computed(() => wordsIn(files, language.value))
}

function wordsIn<T>(files: Files<T>, language: string): T {
  const found = Object.entries(files).find(([file]) => file.includes(`/messages/${language}/`))
  if (found === undefined) throw new Error(`No words in ${language}`)
  return found[1]
}
