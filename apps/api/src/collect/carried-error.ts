/** An error on its way from the collector's thread: its class would be lost, and with it the name that the log needs. */
export type CarriedError = { name: string; message: string; stack: string; code: string | null }

export function carryError(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: '', code: null }
  const { name, message, stack = '' } = error
  return { name, message, stack, code: codeOf(error) }
}

/** The same to whoever describes it. */
export function unpackError({ name, message, stack, code }: CarriedError): Error {
  const error = new Error(message)
  return Object.assign(error, { name, stack, ...(code !== null && { code }) })
}

/** Of the error, or of what caused it. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}
