export type FailureKind =
  /** A token is needed, or the one there is has ended. */
  | 'sign-in'
  /** The answer says what is wrong. */
  | 'refused'
  /** No answer in time. */
  | 'timeout'
  /** No answer at all, or not one of Podium's. */
  | 'unreachable'

/** Why an answer could not be had. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly kind: FailureKind
  /** `null` where nothing answered. */
  readonly status: number | null
  /** The parameter at fault, where the answer names one. */
  readonly parameter: string | null
  /** How the database of Podium is, where that is the reason. */
  readonly store: string | null

  constructor(
    kind: FailureKind,
    message: string,
    about: { status?: number; parameter?: string; store?: string } = {},
  ) {
    super(message)
    this.kind = kind
    this.status = about.status ?? null
    this.parameter = about.parameter ?? null
    this.store = about.store ?? null
  }
}
