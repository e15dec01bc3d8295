import { computed, type ComputedRef } from 'vue'
import type { Language } from './language.ts'
import { useI18n } from './use-i18n.ts'

/** Words of parts that are loaded when they are wanted: they come with them, and not with the page. */
export function useLaterWords<T>(inLanguage: Record<Language, T>): ComputedRef<T> {
  const { language } = useI18n()
  return computed(() => inLanguage[language.value])
}
