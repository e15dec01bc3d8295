import { computed, type ComputedRef } from 'vue'
import { team as de } from './de/team.ts'
import { team as en, type TeamWords } from './en/team.ts'
import type { Language } from './language.ts'
import { useI18n } from './use-i18n.ts'

const inLanguage: Record<Language, TeamWords> = { en, de }

/** What only the card of a team says: it comes with the card, and not with the page. */
export function useTeamWords(): ComputedRef<TeamWords> {
  const { language } = useI18n()
  return computed(() => inLanguage[language.value])
}
