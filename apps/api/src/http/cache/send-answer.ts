import type { Context } from 'hono'
import type { Coding } from './choose-coding.ts'
import type { CompressedAnswer } from './compressed-answer.ts'
import { hasTag } from './has-tag.ts'

type Sent = { answer: CompressedAnswer; coding: Coding; type: string; cacheControl: string }

/** The answer with its tag, or 304 where the client has it already. */
export async function sendAnswer(
  c: Context,
  { answer, coding, type, cacheControl }: Sent,
): Promise<Response> {
  c.header('etag', answer.etag(coding))
  c.header('vary', 'Accept-Encoding', { append: true })
  c.header('cache-control', cacheControl)
  if (hasTag(c.req.header('if-none-match'), answer.etag(coding))) return c.body(null, 304)
  const body = await answer.body(coding)
  if (coding !== 'identity') c.header('content-encoding', coding)
  c.header('content-type', type)
  // Said here, because HEAD says it without a body.
  c.header('content-length', String(body.length))
  return c.body(body)
}
