import { computed, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Status } from '@podium/contracts'
import { createPodium } from '../../src/api/podium.ts'
import { podiumKey, type LivePodium } from '../../src/composables/use-podium.ts'
import { createPreferences, preferencesKey } from '../../src/composables/use-preferences.ts'
import { createShortcuts, shortcutsKey } from '../../src/composables/use-shortcuts.ts'
import { i18nKey } from '../../src/i18n/use-i18n.ts'
import { inEnglish } from './in-english.ts'
import { inScope } from './in-scope.ts'

/** What App gives to everything on a page, with this status and nothing behind it. */
export function inApp(status: Status) {
  const preferences = createPreferences(localStorage)
  const podium: LivePodium = {
    api: createPodium(),
    status: shallowRef(status),
    statusError: shallowRef(),
    now: shallowRef(Date.now()),
    live: shallowRef('polling'),
    isOutdated: shallowRef(false),
    needsSignIn: computed(() => false),
    onChange: () => () => undefined,
    onScrape: () => () => undefined,
    refreshAll: () => undefined,
  }
  const { value: shortcuts } = inScope(() => createShortcuts(preferences.shortcuts))
  const page = { template: '<p />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: page }],
  })
  const provide = {
    [podiumKey]: podium,
    [preferencesKey]: preferences,
    [shortcutsKey]: shortcuts,
    [i18nKey]: inEnglish(),
  }
  return { preferences, shortcuts, global: { provide, plugins: [router] } }
}
