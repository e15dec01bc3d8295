import { provide, watch } from 'vue'
import type { Podium } from './api/podium.ts'
import { announcerKey, createAnnouncer } from './composables/use-announcer.ts'
import { awaitedPartsKey, createAwaitedParts } from './composables/use-awaited.ts'
import { createLivePodium, podiumKey } from './composables/use-podium.ts'
import { preferencesKey, type Preferences } from './composables/use-preferences.ts'
import { createShortcuts, shortcutsKey } from './composables/use-shortcuts.ts'
import { i18nKey, type I18n } from './i18n/use-i18n.ts'
import { createToasts, toastsKey } from './ui/toasts.ts'

export type PodiumAppProps = { api: Podium; i18n: I18n; preferences: Preferences }

/** What every part of the page may ask for. */
export function providePodiumApp({ api, i18n, preferences }: PodiumAppProps) {
  const podium = createLivePodium(api)
  const announcer = createAnnouncer()
  const awaitedParts = createAwaitedParts()
  const toasts = createToasts()
  const shortcuts = createShortcuts(preferences.shortcuts)
  provide(podiumKey, podium)
  provide(announcerKey, announcer)
  provide(awaitedPartsKey, awaitedParts)
  provide(toastsKey, toasts)
  provide(shortcutsKey, shortcuts)
  provide(preferencesKey, preferences)
  provide(i18nKey, i18n)

  // Those who cannot see a toast are told.
  watch(toasts.shown, (shown, before) => {
    const newest = shown.at(-1)
    if (newest !== undefined && newest !== before.at(-1)) announcer.answer(newest.text)
  })
  return { podium, announcer, awaitedParts, toasts, shortcuts }
}
