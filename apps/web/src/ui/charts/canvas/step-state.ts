import type { ComputedRef, ShallowRef } from 'vue'
import type { Plot } from './plot.ts'

export type StepOptions = {
  count: () => number
  canSelect: () => boolean
  plot: () => Plot | null
  /** The step that the keyboard has come to. */
  onStep: (at: number) => void
  onSelect: (from: number, to: number) => void
  onZoom: (from: number, to: number) => void
  /** Without a drag. */
  onClick: (at: number, event: PointerEvent) => void
}

export type StepState = {
  at: ShallowRef<number | null>
  /** Where a selection began. */
  anchor: ShallowRef<number | null>
  selection: ComputedRef<{ from: number; to: number } | null>
}
