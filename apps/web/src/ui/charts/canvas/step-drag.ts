import type { StepOptions, StepState } from './step-state.ts'

/** Less is a click. */
const dragPx = 5

/** A drag selects steps, a click is one step's, a tap shows it. */
export function stepDrag(
  state: StepState,
  { count, canSelect, plot, onZoom, onClick }: StepOptions,
) {
  const { at, anchor, selection } = state
  let downX: number | null = null
  let isDragging = false

  function cancel(): void {
    anchor.value = null
    isDragging = false
    downX = null
  }
  function stepAt(x: number): number | null {
    const drawn = plot()
    if (drawn === null || count() === 0) return null
    const index = Math.round((x - (drawn.x[0] ?? drawn.left)) / Math.max(1, drawn.step))
    return Math.min(count() - 1, Math.max(0, index))
  }
  function pointerdown(event: PointerEvent): void {
    // A finger scrolls the page.
    if (event.pointerType === 'touch' || event.button !== 0) return
    downX = event.offsetX
    anchor.value = null
  }
  function pointermove({ offsetX, currentTarget, pointerId }: PointerEvent): void {
    at.value = stepAt(offsetX)
    if (!canSelect() || downX === null || isDragging || Math.abs(offsetX - downX) < dragPx) return
    isDragging = true
    anchor.value = stepAt(downX)
    // Of a pointer that is really down, so that it may leave the chart.
    if (currentTarget instanceof Element && currentTarget.matches(':active'))
      currentTarget.setPointerCapture(pointerId)
  }
  function pointerup(event: PointerEvent): void {
    const chosen = isDragging ? selection.value : null
    const isClick = downX !== null && !isDragging
    cancel()
    if (chosen !== null) onZoom(chosen.from, chosen.to)
    else if (isClick || event.pointerType === 'touch') at.value = stepAt(event.offsetX)
    if (isClick && at.value !== null) onClick(at.value, event)
  }
  function pointerleave({ pointerType }: PointerEvent): void {
    if (!isDragging && pointerType !== 'touch') at.value = null
  }
  return {
    cancel,
    isOn: () => isDragging,
    handlers: { pointerdown, pointermove, pointerup, pointerleave, pointercancel: cancel },
  }
}
