import type { ComputedRef } from 'vue'
import { team as de } from './de/team.ts'
import { team as en, type TeamWords } from './en/team.ts'
import { useLaterWords } from './use-later-words.ts'

export function useTeamWords(): ComputedRef<TeamWords> {
  return useLaterWords({ en, de })
}
