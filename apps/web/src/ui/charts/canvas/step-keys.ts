import type { StepOptions, StepState } from './step-state.ts'

/** Arrows, Home and End go through the steps; with Shift they select, Enter zooms, Escape forgets. */
export function stepKeys(
  state: StepState,
  { count, canSelect, onStep, onSelect, onZoom }: StepOptions,
) {
  const { at, anchor, selection } = state
  const moves: Record<string, (from: number) => number> = {
    ArrowLeft: (from) => from - 1,
    ArrowRight: (from) => from + 1,
    Home: () => 0,
    End: () => count() - 1,
  }
  function forget(): void {
    anchor.value = null
    at.value = null
  }
  function go(move: (from: number) => number, isSelecting: boolean): void {
    // The first key shows the newest step, from which one goes back.
    const from = at.value ?? count() - (isSelecting ? 1 : 0)
    if (isSelecting) anchor.value ??= Math.min(from, count() - 1)
    else anchor.value = null
    at.value = Math.min(count() - 1, Math.max(0, move(from)))
    if (selection.value === null) onStep(at.value)
    else onSelect(selection.value.from, selection.value.to)
  }
  function keydown(event: KeyboardEvent): void {
    const move = moves[event.key]
    if (move !== undefined && count() > 0) go(move, event.shiftKey && canSelect())
    else if (event.key === 'Enter' && selection.value !== null) {
      const { from, to } = selection.value
      anchor.value = null
      onZoom(from, to)
    } else if (event.key === 'Escape' && at.value !== null) forget()
    else return
    event.preventDefault()
  }
  return { keydown, blur: forget }
}
