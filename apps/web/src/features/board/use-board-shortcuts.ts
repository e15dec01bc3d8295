import { useRouter } from 'vue-router'
import { useAddress } from '../../composables/use-address.ts'
import { usePreferences } from '../../composables/use-preferences.ts'
import { useShortcut } from '../../composables/use-shortcuts.ts'
import type { keys } from '../../i18n/messages/en/rooms/keys.ts'
import { useRoomWords } from '../../i18n/room-words.ts'
import { useToasts } from '../../ui/toasts.ts'
import { useView } from '../filters/use-view.ts'
import { nextPreset } from '../filters/view.ts'
import { addressOfMeasure, measures } from './measures.ts'
import { useTeamAddress } from './use-team-address.ts'

const files = import.meta.glob<typeof keys>('../../i18n/messages/*/rooms/keys.ts', {
  eager: true,
  import: 'keys',
})

/** What is offered above the board, by single keys. */
export function useBoardShortcuts(): void {
  const address = useAddress()
  const { view, change } = useView()
  const { team: mine } = usePreferences()
  const words = useRoomWords(files)
  const router = useRouter()
  const teamAddress = useTeamAddress()
  const toasts = useToasts()

  const digits = measures.map((_, index) => String(index + 1))
  useShortcut({
    key: `1–${digits.length}`,
    keys: digits,
    label: () => words.value.measure,
    run: (key) => {
      const measure = measures[digits.indexOf(key)]
      if (measure !== undefined) address.change(addressOfMeasure(measure))
    },
  })
  useShortcut({
    key: '[ ]',
    keys: ['[', ']'],
    label: () => words.value.range,
    run: (key) => change({ range: nextPreset(view.value.range, key === ']' ? 1 : -1) }),
  })
  useShortcut({
    key: 'M',
    keys: ['m', 'M'],
    label: () => words.value.mine,
    run: () => {
      if (mine.value === null) toasts.show(words.value.noneMine)
      else void router.push(teamAddress(mine.value))
    },
  })
}
