/** A day alone, as an address may name one: `2026-11-21`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

/** The wall clock of a zone at this instant, as a field for date and time has it: `2026-11-21T09:30`. */
export function wallTime(instant: number, timeZone: string): string {
  return clockOf(timeZone).format(instant).replace(' ', 'T')
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  clocks.set(timeZone, clock)
  return clock
}

/** The instant at which that clock shows this; NaN for what is no time. Where a clock is set back, the first one. */
export function instantAt(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return Number.NaN
  const offset = (instant: number) => Date.parse(`${wallTime(instant, timeZone)}Z`) - instant
  // The offset of a day before is the one in force, unless it changed in between.
  const guesses = [asUtc - offset(asUtc - 86_400_000), asUtc - offset(asUtc + 86_400_000)]
  const exact = guesses.filter((guess) => wallTime(guess, timeZone) === wall)
  return Math.min(...(exact.length > 0 ? exact : guesses))
}
