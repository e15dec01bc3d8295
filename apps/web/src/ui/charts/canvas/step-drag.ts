import type { StepOptions, StepState } from './step-state.ts'
import { tapFinder } from '../tap.ts'

/** Less is a click. */
const dragPx = 5
/** Steps may be thinner than a finger is sure of its place. */
const samePx = 10

/** A drag selects steps, a click is one step's. A tap shows a step, and hides the one that is shown; a finger never drags. */
export function stepDrag(
  state: StepState,
  { count, canSelect, plot, onZoom, onClick }: StepOptions,
) {
  const { at, anchor, selection } = state
  const { stepAt, isAt } = stepPlaces({ count, plot })
  const tap = tapFinder()
  let downX: number | null = null
  let isDragging = false

  function cancel(): void {
    anchor.value = null
    isDragging = false
    downX = null
  }
  function pointerdown(event: PointerEvent): void {
    tap.begin(event)
    // A finger scrolls the page.
    if (event.pointerType === 'touch' || event.button !== 0) return
    downX = event.offsetX
    anchor.value = null
  }
  function pointermove(event: PointerEvent): void {
    const { offsetX, currentTarget, pointerId } = event
    if (event.pointerType === 'touch') return
    at.value = stepAt(offsetX)
    if (!canSelect() || downX === null || isDragging || Math.abs(offsetX - downX) < dragPx) return
    isDragging = true
    anchor.value = stepAt(downX)
    // Of a pointer that is really down, so that it may leave the chart.
    if (currentTarget instanceof Element && currentTarget.matches(':active'))
      currentTarget.setPointerCapture(pointerId)
  }
  function tapped(event: PointerEvent): void {
    if (!tap.isEnd(event)) return
    anchor.value = null
    at.value = isAt(at.value, event.offsetX) ? null : stepAt(event.offsetX)
  }
  function pointerup(event: PointerEvent): void {
    if (event.pointerType === 'touch') {
      tapped(event)
      return
    }
    const chosen = isDragging ? selection.value : null
    const isClick = downX !== null && !isDragging
    cancel()
    if (chosen !== null) onZoom(chosen.from, chosen.to)
    else if (isClick) at.value = stepAt(event.offsetX)
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

function stepPlaces({ count, plot }: Pick<StepOptions, 'count' | 'plot'>) {
  function stepAt(x: number): number | null {
    const drawn = plot()
    if (drawn === null || count() === 0) return null
    const index = Math.round((x - (drawn.x[0] ?? drawn.left)) / Math.max(1, drawn.step))
    return Math.min(count() - 1, Math.max(0, index))
  }
  function isAt(step: number | null, x: number): boolean {
    const middle = step === null ? undefined : plot()?.x[step]
    return middle !== undefined && (stepAt(x) === step || Math.abs(middle - x) < samePx)
  }
  return { stepAt, isAt }
}
