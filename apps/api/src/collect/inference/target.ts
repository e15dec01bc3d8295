/** Something that is asked at each tick; rejects with a `ScrapeError` where it could not be read. */
export type Target<Answer> = {
  id: string
  /** `at` is now, in ms. */
  poll: (at: number, signal: AbortSignal) => Promise<Answer>
}
