export type TeamMark = { colour: string; shape: MarkShape }
export type MarkShape = { d: string; isRing: boolean }

/** Of the series, those first that are told apart best, whichever colours somebody sees. */
const colours = ['--s2', '--s6', '--s1', '--s7', '--s5', '--s3', '--s4']

/** On a grid of 12. */
const dot: MarkShape = { d: 'M.5 6a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0z', isRing: false }
const shapes: readonly MarkShape[] = [
  dot,
  { d: 'M1 1h10v10H1z', isRing: false },
  { d: 'M6 .6L12 11.2H0z', isRing: false },
  { d: 'M1.75 6a4.25 4.25 0 1 0 8.5 0 4.25 4.25 0 1 0-8.5 0z', isRing: true },
  { d: 'M6 0l6 6-6 6-6-6z', isRing: false },
  { d: 'M2.25 2.25h7.5v7.5h-7.5z', isRing: true },
  { d: 'M3 1h6l3 5-3 5H3L0 6z', isRing: false },
]

/**
 * The server counts marks from 0 to 48, and gives each team the one that fewest have. Of seven in a row no two share
 * a colour or a shape; `null` is no team, or not yet known.
 */
export function teamMark(mark: number | null): TeamMark {
  if (mark === null) return { colour: '--ink-3', shape: dot }
  const round = Math.floor(mark / colours.length)
  return {
    colour: colours[mark % colours.length] ?? '--ink-3',
    shape: shapes[(mark + round) % shapes.length] ?? dot,
  }
}
