import { computed, type ComputedRef } from 'vue'
import { useI18n } from '../../i18n/use-i18n.ts'
import { activeFilters } from '../filters/filter-choices.ts'
import { useSpanText } from '../filters/use-span-text.ts'
import { useView } from '../filters/use-view.ts'
import { useTeamNames } from './use-team-names.ts'

/** What a picture is about, for those who see it somewhere else: the span, its zone, and whose traffic. */
export function useAboutText(): ComputedRef<string> {
  const { view } = useView()
  const { words } = useI18n()
  const span = useSpanText()
  const { nameOf } = useTeamNames()
  return computed(() => {
    const { chip, kinds } = words.value.filters
    const chosen = activeFilters(view.value).map(({ kind, value }) =>
      chip(kinds[kind], kind === 'team' ? nameOf(value) : value),
    )
    return [span.value, ...chosen].join(' · ')
  })
}
