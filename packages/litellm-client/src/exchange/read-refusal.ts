import { LiteLLMError } from '../errors/litellm-error.ts'
import { refusalKind } from '../errors/refusal.ts'
import { readRetryAfter } from '../errors/retry-after.ts'
import type { IncomingAnswer } from '../transport/transport.ts'
import { readCapped } from './capped-body.ts'

const largestRefusal = 64 * 1024

/** An answer without success, as an error. Its body only helps to tell the kind. */
export async function readRefusal(answer: IncomingAnswer): Promise<LiteLLMError> {
  const kind = refusalKind(answer.status, await readBody(answer))
  return new LiteLLMError(kind, {
    status: answer.status,
    retryAfterMs: readRetryAfter(answer.header('retry-after'), Date.now()),
    detail: kind === 'redirect_refused' ? targetOf(answer.header('location')) : undefined,
  })
}

async function readBody(answer: IncomingAnswer): Promise<unknown> {
  try {
    return JSON.parse((await readCapped(answer, largestRefusal)).toString())
  } catch {
    // HTML of a proxy, plain text, a cut body: the status says enough.
    return undefined
  }
}

function targetOf(location: string | undefined): string | undefined {
  const host = URL.parse(location ?? '')?.host ?? ''
  return host === '' ? undefined : `to ${host}`
}
