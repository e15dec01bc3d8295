import type { IncomingMessage, ServerResponse } from 'node:http'
import { jsonType } from '../json.ts'
import { hasTag } from './has-tag.ts'
import type { Kept } from './compressed-answer.ts'
import type { Coding } from './choose-coding.ts'

/** Says everything but the body, which it returns: `null` is unchanged. The standard headers are set already. */
export async function beginAnswer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { kept, coding }: { kept: Kept; coding: Coding },
): Promise<Buffer | null> {
  const isSame = hasTag(incoming.headers['if-none-match'], kept.etag(coding))
  const body = isSame ? null : await kept.body(coding)
  const vary = outgoing.getHeader('vary')?.toString()
  const headers = answerHeaders({ kept, coding, body, vary })
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
  outgoing.statusCode = isSame ? 304 : 200
  return body
}

type Shape = { kept: Kept; coding: Coding; body: Buffer | null; vary: string | undefined }

/** What 200 says of its body, and what 304 repeats of it. */
export function answerHeaders({ kept, coding, body, vary }: Shape): Record<string, string> {
  const ofBody = {
    'content-type': jsonType,
    'content-length': String(body?.length),
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  }
  return {
    etag: kept.etag(coding),
    vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`,
    'cache-control': 'private, no-cache',
    ...(body !== null && ofBody),
  }
}
