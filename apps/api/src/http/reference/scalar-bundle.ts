import { readFileSync } from 'node:fs'
import type { Handler } from 'hono'
import { chooseCoding } from '../cache/choose-coding.ts'
import { createCompressedAnswer, type CompressedAnswer } from '../cache/compressed-answer.ts'
import { sendAnswer } from '../cache/send-answer.ts'
import type { Served } from '../served.ts'

/** All of Scalar in one file of 5 MB. It is read when it is first asked for, which most servers never are. */
export function sendScalarBundle(): Handler<Served> {
  let bundle: CompressedAnswer | undefined
  return (c) => {
    const answer = (bundle ??= createCompressedAnswer(readFileSync(bundlePath())))
    return sendAnswer(c, {
      answer,
      coding: chooseCoding(c.req.header('accept-encoding'), answer.isSmall) ?? 'identity',
      type: 'text/javascript; charset=utf-8',
      cacheControl: 'no-cache',
    })
  }
}

/** The package exports modules only; what browsers load stands beside them. */
function bundlePath(): URL {
  return new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'))
}
