/** A row that is open, and how much taller that makes it. */
export type OpenRow = { index: number; height: number }

type RowPlaces = {
  /** How far under the beginning of the list a row begins. */
  topOf: (index: number) => number
  /** The row that is so far under the beginning of the list. */
  rowAt: (top: number) => number
}

/** Where the rows of a list stand, whether they are drawn or not: all are alike, but for those that are open. */
export function placeIn(rowHeight: number, open: readonly OpenRow[]): RowPlaces {
  const inOrder = open.toSorted((a, b) => a.index - b.index)
  return {
    topOf: (index) =>
      inOrder.reduce((top, row) => top + (row.index < index ? row.height : 0), index * rowHeight),
    rowAt: (top) => {
      let shut = top
      for (const { index, height } of inOrder) {
        const end = (index + 1) * rowHeight
        if (shut < end) break
        shut -= Math.min(height, shut - end)
      }
      return Math.floor(shut / rowHeight)
    },
  }
}
