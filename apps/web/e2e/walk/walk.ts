import type { Browser } from 'playwright'
import type { Look } from './looks.ts'
import { takeLook, type Seen } from './take-look.ts'

type Options = {
  browser: Browser
  looks: readonly Look[]
  /** Pages that are open at the same time. */
  atOnce: number
  withPictures: boolean
  /** What may move by itself, as the browser reckons it. */
  mostShift: number
  tell?: (seen: Seen) => void
}

/** Looks at every page, a few at a time. */
export async function walk({
  browser,
  looks,
  atOnce,
  withPictures,
  mostShift,
  tell,
}: Options): Promise<Seen[]> {
  const all: Seen[] = []
  const waiting = looks.values()
  async function work(): Promise<void> {
    for (const look of waiting) {
      const withAxe = look.width === 320 || look.width === 1440
      const seen = await takeLook(look, { browser, withAxe, withPicture: withPictures, mostShift })
      for (const one of seen) tell?.(one)
      all.push(...seen)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return all
}

export function nameOf({ look, theme }: Seen): string {
  const { state, size, width, language } = look
  return `${state.name}, ${size} teams, ${width} px, ${theme}, ${language}`
}
