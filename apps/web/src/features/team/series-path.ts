export type Area = { line: string; area: string }

/** One line and the area under it, to zero; both break where a value is not known. */
export function seriesPath(
  values: readonly (number | null)[],
  box: { width: number; height: number; top: number },
): Area {
  const step = box.width / Math.max(1, values.length - 1)
  const at = (index: number, value: number) =>
    `${round(index * step)} ${round(box.height - (value / box.top) * box.height)}`
  const runs: string[][] = []
  let run: string[] | undefined
  let begin = 0
  const areas: string[] = []
  const close = (end: number) => {
    if (run === undefined) return
    areas.push(
      `M${round(begin * step)} ${box.height}L${run.join('L')}L${round(end * step)} ${box.height}Z`,
    )
    run = undefined
  }
  values.forEach((value, index) => {
    if (value === null) {
      close(index - 1)
      return
    }
    if (run === undefined) {
      run = []
      runs.push(run)
      begin = index
    }
    run.push(at(index, value))
  })
  close(values.length - 1)
  // A value between two gaps is a line of no length with round ends: a dot.
  return { line: runs.map((points) => `M${points.join('L')}h0`).join(''), area: areas.join('') }
}

/** The end of an axis that has room for `most`: a number that is easy to read, and so is its half. */
export function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 4, 5, 8, 10].find((each) => each * size >= most) ?? 10
  return step * size
}

/** What all lines together have in each bucket; not known where none of them knows. */
export function sumOfLines(
  lines: readonly { placed: readonly (number | null)[] }[],
  count: number,
): (number | null)[] {
  return Array.from({ length: count }, (_, index) => {
    const known = lines.map(({ placed }) => placed[index] ?? null).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
