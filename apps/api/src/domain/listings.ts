export type StoredTeam = {
  teamId: string | null
  alias: string | null
  organizationId: string | null
  /** The budget's own counter, which budgets reset; null is unknown. */
  spendUsd: number | null
  maxBudgetUsd: number | null
  budgetDuration: string | null
  budgetResetAt: string | null
  blocked: boolean
  models: readonly string[]
  createdAt: string | null
  /** False where only activity has named it so far. */
  listed: boolean
  /** Missing from this many complete lists in a row. */
  missing: number
  /** Colour and shape, kept from the first sight; null is no team's. */
  mark: number | null
}

/** One list may be a slip; three in a row are not. */
export const goneAfter = 3

export type StoredKey = { key: string; alias: string | null }

/** Dollars per token; null is unknown. */
export type TokenPrice = {
  input: number | null
  output: number | null
  cacheRead: number | null
  cacheCreation: number | null
}

export type StoredModel = {
  model: string
  provider: string | null
  mode: string | null
  underlyingModels: readonly string[]
  /** The newest that is known. */
  price: TokenPrice | null
}

/** What models that the gateway does not price shall count as in the score, in dollars per token. */
export type ShadowPrices = ReadonlyMap<string, { input: number; output: number }>
