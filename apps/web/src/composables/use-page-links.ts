import { computed, type ComputedRef } from 'vue'
import { parseQuery, useRoute, type RouteLocationRaw } from 'vue-router'
import { pages, viewOn, type PageName } from '../lib/pages.ts'
import { usePreferences } from './use-preferences.ts'

type PageLink = { name: PageName; to: RouteLocationRaw; isHere: boolean }

/** The ways to the pages, which take the span and the filters along; the board has its measure back. */
export function usePageLinks(): ComputedRef<readonly PageLink[]> {
  const route = useRoute()
  const { view } = usePreferences()
  return computed(() => {
    const { measure } = parseQuery(view.value ?? '')
    return pages.map(({ name, path }) => ({
      name,
      to: { path, query: viewOn(path, { measure, ...route.query }) },
      isHere: route.matched[0]?.path === path,
    }))
  })
}
