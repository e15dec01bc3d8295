/** UTC days, both included. */
export type DayRange = { from: string; to: string }

/** Epoch seconds; `to` is left out. */
export type Span = { from: number; to: number }
