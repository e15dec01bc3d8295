import type { Width } from '../../domain/placement.ts'

/** A piece of a span. What is not placed is somewhere in its whole UTC day. */
export type Part = {
  /** `null` is all of them together. */
  model: string | null
  start: number
  /** Minutes. */
  width: Width
  isPlaced: boolean
  amount: number
}
