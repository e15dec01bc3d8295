/** Which parameter cannot be answered, and why. */
export type Refusal = { parameter: string; detail: string }

/** Thrown while an answer is being read, where only the data can tell that a parameter is wrong. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.detail)
    this.refusal = refusal
  }
}
