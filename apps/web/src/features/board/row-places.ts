/** The row that is open, and how much taller that makes it. */
export type OpenRow = { index: number; height: number }

type RowPlaces = {
  /** How far under the beginning of the list a row begins. */
  topOf: (index: number) => number
  /** The row that is so far under the beginning of the list. */
  rowAt: (top: number) => number
}

/** Where the rows of a list stand, whether they are drawn or not: all are alike, but one may be open. */
export function placeIn(rowHeight: number, open: OpenRow | null): RowPlaces {
  const end = open === null ? Infinity : (open.index + 1) * rowHeight
  const more = open?.height ?? 0
  return {
    topOf: (index) => index * rowHeight + (open !== null && index > open.index ? more : 0),
    rowAt: (top) => Math.floor((top - Math.min(more, Math.max(0, top - end))) / rowHeight),
  }
}
