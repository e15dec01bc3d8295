import { computed, inject, shallowRef, watch, watchEffect, type InjectionKey, type Ref } from 'vue'
import { useMediaQuery } from '@vueuse/core'

export type Theme = 'system' | 'light' | 'dark'

/** What somebody chose on this device. `null` is no choice: the system's. */
export type Preferences = {
  theme: Ref<Theme>
  motion: Ref<boolean>
  shortcuts: Ref<boolean>
  language: Ref<string | null>
  /** Public id of the viewer's own team. */
  team: Ref<string | null>
  /** Whether the race above the board is `open` or `closed`; `null` leaves it to the width of the screen. */
  race: Ref<string | null>
  /** `yes` once somebody would not say which team is theirs. */
  asked: Ref<string | null>
  /** `closed` once the strip about demo data was sent away. */
  demo: Ref<string | null>
  /** What was last chosen to be shown, as the part of an address behind its `?`. */
  view: Ref<string | null>
}

export const preferencesKey: InjectionKey<Preferences> = Symbol('preferences')

export function createPreferences(storage?: Storage): Preferences {
  const theme = stored('theme', storage)
  const motion = stored('motion', storage)
  const shortcuts = stored('shortcuts', storage)
  const isReduced = useMediaQuery('(prefers-reduced-motion: reduce)')

  const preferences: Preferences = {
    theme: computed({
      get: () => (theme.value === 'light' || theme.value === 'dark' ? theme.value : 'system'),
      set: (wanted) => (theme.value = wanted === 'system' ? null : wanted),
    }),
    motion: computed({
      get: () => (motion.value === null ? !isReduced.value : motion.value === 'on'),
      set: (isOn) => (motion.value = isOn ? 'on' : 'off'),
    }),
    shortcuts: computed({
      get: () => shortcuts.value !== 'off',
      set: (isOn) => (shortcuts.value = isOn ? null : 'off'),
    }),
    language: stored('language', storage),
    team: stored('team', storage),
    race: stored('race', storage),
    asked: stored('asked', storage),
    demo: stored('demo', storage),
    view: stored('view', storage),
  }
  watchEffect(() => mark('theme', theme.value))
  watchEffect(() => mark('motion', motion.value))
  return preferences
}

/** The styles ask the root element; `public/first-paint.js` sets the same before the page is drawn. */
function mark(name: string, value: string | null): void {
  if (value === null) document.documentElement.removeAttribute(`data-${name}`)
  else document.documentElement.setAttribute(`data-${name}`, value)
}

/** VueUse's knows of types, other tabs and servers, and would be a fiftieth of what loads before the board shows. */
function stored(name: string, storage?: Storage): Ref<string | null> {
  const key = `podium.${name}`
  const value = shallowRef(withStorage((kept) => kept.getItem(key)) ?? null)
  // What is chosen is kept before the page can be left, and other tabs go on as they are.
  watch(
    value,
    (chosen) =>
      withStorage((kept) => (chosen === null ? kept.removeItem(key) : kept.setItem(key, chosen))),
    { flush: 'sync' },
  )
  return value

  function withStorage<T>(run: (kept: Storage) => T): T | undefined {
    try {
      return run(storage ?? localStorage)
    } catch {
      // Private windows and full disks refuse: then a choice lasts as long as the page.
      return undefined
    }
  }
}

export function usePreferences(): Preferences {
  const preferences = inject(preferencesKey)
  if (preferences === undefined) throw new Error('App provides the preferences')
  return preferences
}
