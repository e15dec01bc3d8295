import { onScopeDispose, shallowRef, useTemplateRef, type ShallowRef } from 'vue'
import { cssZoom } from '../lib/css-zoom.ts'

const gap = 6
const margin = 8

type Popover = {
  isOpen: Readonly<ShallowRef<boolean>>
  open: () => void
  close: () => void
  /** For the panel's `beforetoggle`: the browser opens and closes it, we only place it. */
  onBeforeToggle: (event: ToggleEvent) => void
}

/** Places a native popover under its anchor, inside the window. `panel` and `anchor` are template refs. */
export function usePopover(panel: string, anchor: string, onOpen?: () => void): Popover {
  const panelElement = useTemplateRef<HTMLElement>(panel)
  const anchorElement = useTemplateRef<HTMLElement>(anchor)
  const isOpen = shallowRef(false)

  function place(): void {
    if (panelElement.value === null || anchorElement.value === null) return
    const { style, offsetWidth, offsetHeight } = panelElement.value
    const zoom = cssZoom(anchorElement.value)
    const onScreen = anchorElement.value.getBoundingClientRect()
    const box = {
      left: onScreen.left / zoom,
      right: onScreen.right / zoom,
      top: onScreen.top / zoom,
      bottom: onScreen.bottom / zoom,
    }
    const clientWidth = document.documentElement.clientWidth / zoom
    const clientHeight = document.documentElement.clientHeight / zoom
    const left = box.left + offsetWidth > clientWidth - margin ? box.right - offsetWidth : box.left
    const fitsBelow = box.bottom + gap + offsetHeight <= clientHeight
    style.left = `${Math.max(margin, left)}px`
    style.top = `${fitsBelow ? box.bottom + gap : Math.max(margin, box.top - gap - offsetHeight)}px`
  }
  function follow(on: boolean): void {
    const act = on ? 'addEventListener' : 'removeEventListener'
    window[act]('scroll', place, { capture: true })
    window[act]('resize', place)
  }

  onScopeDispose(() => follow(false))
  return {
    isOpen,
    open: () => {
      if (!isOpen.value) panelElement.value?.showPopover()
    },
    close: () => {
      if (isOpen.value) panelElement.value?.hidePopover()
    },
    onBeforeToggle: (event) => {
      isOpen.value = event.newState === 'open'
      follow(isOpen.value)
      // It has a size from the next frame on, which is still before it is painted.
      if (isOpen.value)
        requestAnimationFrame(() => {
          place()
          onOpen?.()
        })
    },
  }
}
