import type { FigureName } from './figure-names.ts'

export type MissingReason =
  | 'after_first_request'
  | 'needs_option'
  | 'not_in_this_version'
  | 'engine_has_none'

/** A figure that nothing in the payload answers to, and the names it was looked for under. */
export type Missing = { figure: FigureName; why: MissingReason; lookedFor: readonly string[] }
