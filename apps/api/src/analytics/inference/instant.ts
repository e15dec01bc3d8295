export function instantOf(at: number): string {
  return new Date(at).toISOString()
}

export function instantOrNull(at: number | null): string | null {
  return at === null ? null : instantOf(at)
}

/** The newest of some scrapes; `null` without one. */
export function newestOf(scraped: readonly { scrapedAt: number | null }[]): string | null {
  const all = scraped.flatMap(({ scrapedAt }) => scrapedAt ?? [])
  return all.length === 0 ? null : instantOf(Math.max(...all))
}
