/** A time of the styles in milliseconds; the build writes `520ms` as `.52s`. */
export function millisecondsOf(time: string): number {
  const amount = Number.parseFloat(time)
  return time.trim().endsWith('ms') ? amount : 1000 * amount
}
