import type { Bubble } from '../picture.ts'

/** Where a bubble was drawn, in CSS pixels. */
export type Spot = { bubble: Bubble; x: number; y: number; r: number }
