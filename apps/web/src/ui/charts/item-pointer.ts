import { shallowRef, type ShallowRef } from 'vue'
import { tapFinder } from './tap.ts'

type Options = {
  at: ShallowRef<number | null>
  under: (event: PointerEvent) => number | null
  onChoose: (index: number, isAdded: boolean) => void
}

/** A mouse points, and its click chooses. A tap shows, and hides what is shown; it never chooses. */
export function itemPointer({ at, under, onChoose }: Options) {
  const isTapped = shallowRef(false)
  const tap = tapFinder()
  const isTouch = ({ pointerType }: PointerEvent) => pointerType === 'touch'

  function pointermove(event: PointerEvent): void {
    if (isTouch(event)) return
    isTapped.value = false
    at.value = under(event)
  }
  function pointerleave(event: PointerEvent): void {
    if (!isTouch(event)) at.value = null
  }
  function pointerup(event: PointerEvent): void {
    const index = under(event)
    if (isTouch(event)) {
      if (!tap.isEnd(event)) return
      isTapped.value = true
      at.value = index === at.value ? null : index
    } else if (event.button === 0 && index !== null) onChoose(index, event.shiftKey)
  }
  return { isTapped, handlers: { pointerdown: tap.begin, pointermove, pointerleave, pointerup } }
}
