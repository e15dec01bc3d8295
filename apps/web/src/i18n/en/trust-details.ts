/** By kind of a note: what is so, and what can be done about it. */
const notes = {
  pages_drifted: (count: string) =>
    `Reads of one day that did not agree and were repeated: ${count}. Nothing to do.`,
  keys_truncated: (count: string) =>
    `Keys that the gateway leaves out of its lists: ${count}. Their tokens count, their names are missing. Raise the limit of keys in the gateway.`,
  no_failures_recorded: (count: string) =>
    `Not one failure in ${count} requests: the gateway’s error log is probably off. Leave disable_error_logs unset to see real success rates.`,
  tokens_on_failures: (count: string) =>
    `Failed requests with estimated tokens, which are in the counts: ${count}.`,
  names_share_model: (count: string) =>
    `Public names that lead to one model: ${count}. The gateway books under either, so read them together.`,
  models_unpriced: (count: string) =>
    `Models without a price: ${count}. Their spend is 0. Give them input_cost_per_token in the gateway.`,
  prices_masked: (count: string) =>
    `Models whose prices the gateway hides: ${count}. Cache savings are left out for them.`,
  fall_corrected: (count: string) =>
    `Counts that the gateway took back: ${count}. Podium followed. Nothing to do.`,
  other: (count: string, kind: string) => `${kind}: ${count}`,
}

/** What the strip says once it is opened. */
export const trustDetails = {
  notes,
  table: {
    caption: 'The last days, as the gateway counts them and as Podium placed them',
    day: 'Day (UTC)',
    gateway: 'Gateway',
    booked: 'Booked',
    placed: 'Placed',
    notPlaced: 'Not placed',
  },
}

export type TrustDetailsWords = typeof trustDetails
