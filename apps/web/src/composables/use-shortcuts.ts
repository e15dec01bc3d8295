import {
  inject,
  onScopeDispose,
  shallowRef,
  toValue,
  type InjectionKey,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue'
import { useEventListener } from '@vueuse/core'

export type Shortcut = { key: string; label: MaybeRefOrGetter<string>; run: () => void }
export type Shortcuts = {
  /** Those that work on this page, in the order of their making. */
  known: Readonly<ShallowRef<readonly Shortcut[]>>
  add: (shortcut: Shortcut) => () => void
}

export const shortcutsKey: InjectionKey<Shortcuts> = Symbol('shortcuts')

/** Single keys: off by choice, and never where somebody types or a dialog is open. */
export function createShortcuts(isOn: MaybeRefOrGetter<boolean>): Shortcuts {
  const known = shallowRef<readonly Shortcut[]>([])
  function onKey(event: KeyboardEvent): void {
    if (!toValue(isOn) || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
    const shortcut = known.value.findLast(({ key }) => key === event.key)
    if (shortcut === undefined) return
    event.preventDefault()
    shortcut.run()
  }
  useEventListener('keydown', onKey)
  return {
    known,
    add: (shortcut) => {
      known.value = [...known.value, shortcut]
      return () => {
        known.value = known.value.filter((other) => other !== shortcut)
      }
    },
  }
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog:modal, :popover-open:not([role=tooltip])') !== null)
    return true
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]',
    ) !== null
  )
}

/** As long as the component lives. */
export function useShortcut(shortcut: Shortcut): void {
  onScopeDispose(useShortcuts().add(shortcut))
}

export function useShortcuts(): Shortcuts {
  const shortcuts = inject(shortcutsKey)
  if (shortcuts === undefined) throw new Error('App provides the shortcuts')
  return shortcuts
}
