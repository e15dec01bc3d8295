export const noteKinds = [
  /** The gateway does not tell this day of the past, while it tells others; count: how often it was asked. */
  'day_untold',
  /** Pages of one day did not agree, so reads were refused or walked; count: reads. */
  'pages_drifted',
  /** The gateway lists only its largest keys; count: keys left out. */
  'keys_truncated',
  /** Not one failure in many requests: error logging is probably off; count: requests. */
  'no_failures_recorded',
  /** Requests that the gateway lists under no model: they are in teams and totals, and in no model; count: requests. */
  'models_incomplete',
  /** Tokens of requests that failed, which are estimates, are in the counts; count: such requests, at most. */
  'tokens_on_failures',
  /** Public names of one model, which the gateway books under either; count: names. */
  'names_share_model',
  /** Models with traffic that the gateway lists without a price; count: models. */
  'models_unpriced',
  /** Models whose prices the gateway shows with stars in them; count: models. */
  'prices_masked',
  /** The gateway took counts back and was believed; count: cells. */
  'fall_corrected',
] as const
export type DataNoteKind = (typeof noteKinds)[number]

/** Something a reader of the figures should know. `models` only where it is about models. */
export type DataNote = { kind: DataNoteKind; count: number; models: string[] }

/** What counts nothing is no note. */
export function noteIf(
  kind: DataNoteKind,
  count: number,
  models: readonly string[] = [],
): DataNote[] {
  return count > 0 ? [{ kind, count, models: [...models] }] : []
}
