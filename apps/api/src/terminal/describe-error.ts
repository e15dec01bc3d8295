export type DescribedError = {
  type: string
  code?: string
  status?: number
  /** Only of our own classes: whatever else fails may quote what nobody should read. */
  message?: string
  /** Where it happened, and up to three callers. */
  at?: string
}

/** Their messages are our own sentences, without addresses, values or secrets. */
const ownClasses = new Set(['StoreError', 'LiteLLMError', 'ConfigError'])
const ownFrame = /^\s+at .*\/((?:apps|packages)\/[\w./-]+\.ts:\d+:\d+)\)?$/gm
const word = /^[\w.-]{1,60}$/

/** What the log may say of an error: its kind, its place in our source, and its message where that is ours. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '' } = error
  const code = codeOf(error)
  const status = 'status' in error ? error.status : undefined
  // The message stands above the frames, and may look like one.
  const frames = [...stack.replace(message, '').matchAll(ownFrame)].map(([, place]) => place)
  const at = frames.slice(0, 4).join(' < ')
  return {
    type: word.test(name) ? name : 'Error',
    ...(code !== undefined && { code }),
    ...(typeof status === 'number' && { status }),
    // By its name: an error that came from another thread has lost its class.
    ...(ownClasses.has(name) && { message }),
    ...(at !== '' && { at }),
  }
}

/** A few words for a sentence: the message of our own errors, else the code of the system's. */
export function causeOf(error: unknown): string {
  const { message, code, type } = describeError(error)
  return message?.replace(/\.$/, '') ?? code ?? type
}

/** The code of an error, or of what caused it, such as ECONNREFUSED. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'number') return String(code)
  return typeof code === 'string' && word.test(code) ? code : codeOf(error.cause)
}
