import { shallowRef, watch } from 'vue'

type Options = {
  count: () => number
  onItem: (at: number) => void
  onChoose: (at: number, isAdded: boolean) => void
}

/** Keys over the items of a chart that has no steps: arrows, Home, End; Enter shows one alone. */
export function useItemWalk({ count, onItem, onChoose }: Options) {
  const at = shallowRef<number | null>(null)
  watch(count, (items) => {
    if (at.value !== null && at.value >= items) at.value = null
  })
  const moves: Record<string, (from: number) => number> = {
    ArrowLeft: (from) => from - 1,
    ArrowUp: (from) => from - 1,
    ArrowRight: (from) => from + 1,
    ArrowDown: (from) => from + 1,
    Home: () => 0,
    End: () => count() - 1,
  }
  function keydown(event: KeyboardEvent): void {
    const move = moves[event.key]
    if (move !== undefined && count() > 0) {
      event.preventDefault()
      at.value = Math.min(count() - 1, Math.max(0, move(at.value ?? -1)))
      onItem(at.value)
    } else if (event.key === 'Enter' && at.value !== null) {
      event.preventDefault()
      onChoose(at.value, event.shiftKey)
    } else if (event.key === 'Escape' && at.value !== null) {
      event.preventDefault()
      at.value = null
    }
  }
  return { at, handlers: { keydown, blur: () => void (at.value = null) } }
}
