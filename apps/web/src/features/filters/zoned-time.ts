/** The wall clock of a zone at this instant, as a field for date and time has it: `2026-11-21T09:30`. */
export function wallTime(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant)
  return parts.replace(' ', 'T')
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
