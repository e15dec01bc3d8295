import type { Colour } from '../picture.ts'

/** The colours of the page as a canvas takes them. */
export type Palette = {
  of: (colour: Colour) => string
  /** The same with less of it, 0–1. */
  faint: (colour: Colour, share: number) => string
  font: string
  /** The system's own few colours: what differs has to differ by pattern. */
  isForced: boolean
}

/** Paper is light, whichever theme is on the screen; nobody sees it change. */
export function readPaperPalette(host: HTMLElement): Palette {
  const { dataset } = document.documentElement
  const { theme } = dataset
  dataset['theme'] = 'light'
  const palette = readPalette(host)
  if (theme === undefined) delete dataset['theme']
  else dataset['theme'] = theme
  return palette
}

/** Reads the tokens where `host` stands: a theme is theirs alone. */
export function readPalette(host: HTMLElement): Palette {
  const isForced = matchMedia('(forced-colors: active)').matches
  const probe = document.createElement('i')
  probe.hidden = true
  host.append(probe)
  const read = new Map<string, string>()
  // Read at once: the probe does not stay.
  for (const colour of tokens) {
    probe.style.color = `var(${colour})`
    read.set(colour, getComputedStyle(probe).color)
  }
  const ink = read.get('--ink') ?? ''
  const font = getComputedStyle(probe).fontFamily
  probe.remove()
  const of = (colour: Colour) => read.get(colour) ?? ink
  return {
    of,
    faint: (colour, share) => withAlpha(of(colour), share),
    font,
    isForced,
  }
}

const range = (letter: string, from: number, to: number): Colour[] =>
  Array.from({ length: to - from + 1 }, (_, index): Colour => `--${letter}${from + index}`)

const tokens: readonly Colour[] = [
  '--panel',
  '--ink',
  '--ink-2',
  '--ink-3',
  '--line',
  '--line-2',
  '--track',
  '--ok',
  '--warn',
  '--warn-fill',
  '--bad',
  ...range('s', 0, 7),
  ...range('b', 1, 5),
]

/** A computed colour is `rgb(…)`, `rgba(…)` or `color(…)`. */
function withAlpha(colour: string, share: number): string {
  const numbers = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour)
  return numbers === null ? colour : `rgba(${numbers.slice(1).join(', ')}, ${share})`
}
