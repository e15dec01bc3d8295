/** What the operator said of their electricity; `null` where nothing. */
export type Inputs = {
  usdPerKwh: number | null
  gramsCo2PerKwh: number | null
  gramsSource: string | null
  pue: number | null
}
