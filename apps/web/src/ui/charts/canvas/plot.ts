/** Where the steps and the values of a drawn chart are, in CSS pixels. */
export type Plot = {
  left: number
  right: number
  top: number
  bottom: number
  /** The middle of each step. */
  x: readonly number[]
  /** How wide a step is. */
  step: number
  yOf: (value: number) => number
}
