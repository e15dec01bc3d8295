/** How old the newest good scrape may be, in ms. */
export function staleAfter(intervalMs: number): number {
  return Math.max(3 * intervalMs, 3000)
}

export function isStale(newest: number, now: number, intervalMs: number): boolean {
  return now - newest > staleAfter(intervalMs)
}
