import { sourcePlace } from './source-place.ts'

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
const frame = /^\s+at (?:.*\()?(?:file:\/\/)?(\/.+\.[jt]s:\d+:\d+)\)?$/gm
const ownSource = /(?:apps|packages)\/[\w./-]+\.ts:\d+:\d+$/
const word = /^[\w.-]{1,60}$/

/** What the log may say of an error: its kind, its place in our source, and its message where that is ours. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '' } = error
  const code = codeOf(error)
  const status = 'status' in error ? error.status : undefined
  // The message stands above the frames, and may look like one.
  const at = ownPlaces(stack.replace(message, '')).join(' < ')
  return {
    type: word.test(name) ? name : 'Error',
    ...(code !== undefined && { code }),
    ...(typeof status === 'number' && { status }),
    // By its name: an error that came from another thread has lost its class.
    ...(ownClasses.has(name) && { message }),
    ...(at !== '' && { at }),
  }
}

/** Where the error came from, and three callers at most. */
function ownPlaces(stack: string): string[] {
  const places: string[] = []
  for (const [, place = ''] of stack.matchAll(frame)) {
    const own = ownSource.exec(sourcePlace(place))
    if (own !== null) places.push(own[0])
    if (places.length === 4) break
  }
  return places
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
