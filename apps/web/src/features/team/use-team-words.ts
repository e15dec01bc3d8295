import type { ComputedRef } from 'vue'
import type { team } from '../../i18n/messages/en/rooms/team.ts'
import { useRoomWords } from '../../i18n/room-words.ts'

export type TeamWords = typeof team

const files = import.meta.glob<TeamWords>('../../i18n/messages/*/rooms/team.ts', {
  eager: true,
  import: 'team',
})

export function useTeamWords(): ComputedRef<TeamWords> {
  return useRoomWords(files)
}
