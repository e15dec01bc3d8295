export type DescribedError = { type: string; code?: string; status?: number; at?: string }

/** Frames of our own source; the words above them are somebody else's and may hold what nobody should read. */
const ownFrame = /^\s+at .*\/((?:apps|packages)\/[\w./-]+\.ts:\d+:\d+)\)?$/m
const word = /^[\w.-]{1,60}$/

/** What may be told of an error: never its message. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, stack = '' } = error
  const code = 'code' in error ? error.code : undefined
  const status = 'status' in error ? error.status : undefined
  const at = ownFrame.exec(stack.replace(error.message, ''))?.[1]
  return {
    type: word.test(name) ? name : 'Error',
    ...(typeof code === 'string' && word.test(code) && { code }),
    ...(typeof status === 'number' && { status }),
    ...(at !== undefined && { at }),
  }
}
