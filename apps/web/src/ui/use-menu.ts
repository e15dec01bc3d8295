import { shallowRef, type Ref, type ShallowRef } from 'vue'

type Parts = {
  menu: Readonly<Ref<HTMLElement | null>>
  entries: Readonly<Ref<HTMLElement[] | null>>
  /** Which entry has the focus first. */
  first: () => number
}
type Menu = {
  isOpen: Readonly<ShallowRef<boolean>>
  open: () => void
  close: () => void
  onToggle: (event: ToggleEvent) => void
  onKey: (event: KeyboardEvent) => void
}

const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** The keys of a menu that is a popover: arrows, Home and End go through it, Tab and Escape leave it. */
export function useMenu({ menu, entries, first }: Parts): Menu {
  const isOpen = shallowRef(false)
  const close = () => menu.value?.hidePopover()

  function onToggle(event: ToggleEvent): void {
    isOpen.value = event.newState === 'open'
    if (isOpen.value) entries.value?.[Math.max(0, first())]?.focus()
  }
  function onKey(event: KeyboardEvent): void {
    const all = entries.value ?? []
    const at = all.findIndex((entry) => entry === document.activeElement)
    const step = steps.get(event.key)
    const next =
      step !== undefined
        ? (at + step + all.length) % all.length
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? all.length - 1
            : undefined
    if (event.key === 'Tab') close()
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }
  return {
    isOpen,
    open: () => {
      if (!isOpen.value) menu.value?.showPopover()
    },
    close,
    onToggle,
    onKey,
  }
}
