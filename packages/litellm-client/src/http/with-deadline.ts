import { LiteLLMError } from '../errors/litellm-error.ts'

/**
 * Runs `work` until it ends, the caller calls it off or the deadline passes. The timer rejects by itself: the signals
 * that fetch makes of ours are held weakly, so one that was collected would leave a silent gateway waiting for ever.
 */
export async function withDeadline<T>(
  { deadlineMs, caller }: { deadlineMs: number; caller: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { promise: ended, reject } = Promise.withResolvers<never>()
  const end = (kind: 'timeout' | 'aborted') => {
    reject(new LiteLLMError(kind))
    controller.abort()
  }
  const callOff = () => end('aborted')
  const timer = setTimeout(() => end('timeout'), deadlineMs)
  caller?.addEventListener('abort', callOff)
  if (caller?.aborted === true) callOff()
  try {
    return await Promise.race([work(controller.signal), ended])
  } finally {
    clearTimeout(timer)
    caller?.removeEventListener('abort', callOff)
  }
}
