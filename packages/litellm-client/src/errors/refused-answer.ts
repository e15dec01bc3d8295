import { readBody } from '../http/body.ts'
import { LiteLLMError } from './litellm-error.ts'
import { refusalKind } from './refusal.ts'
import { readRetryAfter } from './retry-after.ts'

const maxBytes = 64 * 1024

/** The error for an answer without success. Its body is read only to find the kind. */
export async function refusedAnswer(answer: Response): Promise<LiteLLMError> {
  const kind = refusalKind(answer.status, await readJsonIfAny(answer))
  return new LiteLLMError(kind, {
    status: answer.status,
    retryAfterMs: readRetryAfter(answer.headers.get('retry-after'), Date.now()),
    detail: kind === 'redirect_refused' ? targetOf(answer.headers.get('location')) : undefined,
  })
}

async function readJsonIfAny(answer: Response): Promise<unknown> {
  try {
    return JSON.parse(await readBody(answer, maxBytes))
  } catch {
    // HTML of a proxy, plain text, a body that was cut off: the status says enough.
    return undefined
  }
}

function targetOf(location: string | null): string | undefined {
  const host = URL.parse(location ?? '')?.host ?? ''
  return host === '' ? undefined : `to ${host}`
}
