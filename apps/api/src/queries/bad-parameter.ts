/** A parameter that cannot be answered; sometimes only the data can tell. */
export class BadParameter extends Error {
  override readonly name = 'BadParameter'
  readonly parameter: string
  constructor(parameter: string, detail: string) {
    super(detail)
    this.parameter = parameter
  }
}
