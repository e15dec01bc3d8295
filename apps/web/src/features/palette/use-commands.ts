import { computed, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { BoardMeasure, TeamName } from '@podium/contracts'
import { useAddress } from '../../composables/use-address.ts'
import { usePageLinks } from '../../composables/use-page-links.ts'
import { useI18n } from '../../i18n/use-i18n.ts'
import { viewOn } from '../../lib/pages.ts'
import { addressOfMeasure, measures } from '../board/measures.ts'
import { useTeamAddress } from '../board/use-team-address.ts'
import { useView } from '../filters/use-view.ts'
import { presets } from '../filters/view.ts'
import type { Command } from './commands.ts'
import { usePaletteWords } from './use-palette-words.ts'

/** Everything that the palette offers. Ranges change the page that is shown, measures and teams are of the board. */
export function useCommands(
  teams: Readonly<Ref<readonly TeamName[]>>,
): ComputedRef<readonly Command[]> {
  const { words } = useI18n()
  const own = usePaletteWords()
  const pages = usePageLinks()
  const { change } = useView()
  const address = useAddress()
  const route = useRoute()
  const router = useRouter()
  const teamAddress = useTeamAddress()
  const docs = () => location.assign('/docs')

  return computed(() => [
    ...pages.value.map(({ name, to }) => ({
      kind: 'page' as const,
      id: name,
      label: words.value.shell.pageNames[name],
      run: () => void router.push(to),
    })),
    {
      kind: 'page',
      id: 'wall',
      label: words.value.shell.wall,
      run: () => void router.push({ path: '/wall', query: viewOn('/wall', route.query) }),
    },
    { kind: 'page', id: 'docs', label: own.value.docs, run: docs },
    ...measures.map((measure) => ({
      kind: 'measure' as const,
      id: measure,
      label: words.value.board.measures[measure],
      run: () => showMeasure(measure),
    })),
    ...presets.map((range) => ({
      kind: 'range' as const,
      id: range,
      label: words.value.filters.presets[range],
      run: () => change({ range }),
    })),
    ...teams.value.map(({ id, name, mark }) => ({
      kind: 'team' as const,
      id,
      label: name,
      mark,
      run: () => void router.push(teamAddress(id)),
    })),
  ])

  function showMeasure(measure: BoardMeasure): void {
    if (route.matched[0]?.path === '/') address.change(addressOfMeasure(measure))
    else void router.push({ path: '/', query: { ...viewOn('', route.query), measure } })
  }
}
