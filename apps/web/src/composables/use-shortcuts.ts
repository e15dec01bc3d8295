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

export type Shortcut = {
  /** As help shows it. */
  key: string
  /** Where there are several, or one that is written in another way. */
  keys?: readonly string[]
  /** Together with Control or ⌘: works everywhere, also while somebody types and where single keys are off. */
  isChord?: true
  label: MaybeRefOrGetter<string>
  run: (key: string) => void
}
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
    if (event.defaultPrevented || event.repeat) return
    const shortcut = known.value.findLast(({ key, keys = [key] }) => keys.includes(event.key))
    if (shortcut?.isChord === true ? !isChord(event) : !isSingle(event)) return
    if (shortcut === undefined) return
    event.preventDefault()
    shortcut.run(event.key)
  }
  function isSingle(event: KeyboardEvent): boolean {
    return toValue(isOn) && !isModified(event) && !isBusy(event.target)
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

/** Where a bracket needs AltGr, that is how it is typed, and Windows calls it Control and Alt. */
function isModified(event: KeyboardEvent): boolean {
  if (event.metaKey) return true
  return (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph')
}

function isChord({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey !== metaKey && !altKey && !shiftKey
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
