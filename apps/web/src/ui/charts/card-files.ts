/** Where the numbers of a card can be had, for exactly what it shows. */
export type CardFiles = {
  /** Of the file, without its ending: `podium-time-2026-11-01-2026-11-30`. */
  name: string
  csv: string
  /** The card's own question to the API. */
  json: string
  /** An address that shows the same picture to anybody, in any zone. */
  link: () => string
}
