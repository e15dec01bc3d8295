import { computed, inject, shallowRef, watchEffect, type InjectionKey, type Ref } from 'vue'

export type Theme = 'system' | 'light' | 'dark'

/** What somebody chose on this device. `null` is no choice: the system's. */
export type Preferences = {
  theme: Ref<Theme>
  motion: Ref<boolean>
  shortcuts: Ref<boolean>
  language: Ref<string | null>
  /** Public id of the viewer's own team. */
  team: Ref<string | null>
  /** What was last chosen to be shown, as the part of an address behind its `?`. */
  view: Ref<string | null>
}

export const preferencesKey: InjectionKey<Preferences> = Symbol('preferences')

export function createPreferences(storage: Storage): Preferences {
  const theme = stored(storage, 'theme')
  const motion = stored(storage, 'motion')
  const shortcuts = stored(storage, 'shortcuts')
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')

  const preferences: Preferences = {
    theme: computed({
      get: () => (theme.value === 'light' || theme.value === 'dark' ? theme.value : 'system'),
      set: (wanted) => (theme.value = wanted === 'system' ? null : wanted),
    }),
    motion: computed({
      get: () => (motion.value === null ? !reduced.matches : motion.value === 'on'),
      set: (isOn) => (motion.value = isOn ? 'on' : 'off'),
    }),
    shortcuts: computed({
      get: () => shortcuts.value !== 'off',
      set: (isOn) => (shortcuts.value = isOn ? null : 'off'),
    }),
    language: stored(storage, 'language'),
    team: stored(storage, 'team'),
    view: stored(storage, 'view'),
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

/** Storage can be full or forbidden: then a choice lasts as long as the page. */
function stored(storage: Storage, name: string): Ref<string | null> {
  const key = `podium.${name}`
  const value = shallowRef(attempt(() => storage.getItem(key)) ?? null)
  return computed({
    get: () => value.value,
    set: (wanted) => {
      value.value = wanted
      attempt(() => (wanted === null ? storage.removeItem(key) : storage.setItem(key, wanted)))
    },
  })
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    // Private windows and full disks refuse; nothing on the page depends on it.
    return undefined
  }
}

export function usePreferences(): Preferences {
  const preferences = inject(preferencesKey)
  if (preferences === undefined) throw new Error('App provides the preferences')
  return preferences
}
