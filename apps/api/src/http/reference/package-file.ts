import { readFileSync } from 'node:fs'
import type { Handler } from 'hono'
import { chooseCoding } from '../cache/choose-coding.ts'
import { createCompressedAnswer, type CompressedAnswer } from '../cache/compressed-answer.ts'
import { sendAnswer } from '../cache/send-answer.ts'
import type { Served } from '../served.ts'

/** All of Scalar is one file of 5 MB. The package exports modules only; what browsers load stands beside them. */
export const scalarBundle = () =>
  new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'))

export const inter = () =>
  new URL(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'))

/** A file out of a package. It is read when it is first asked for, which most servers never are. */
export function sendPackageFile(locate: () => URL, type: string): Handler<Served> {
  let file: CompressedAnswer | undefined
  return (c) => {
    const answer = (file ??= createCompressedAnswer(readFileSync(locate())))
    const accepted = type.startsWith('text/') ? c.req.header('accept-encoding') : undefined
    return sendAnswer(c, {
      answer,
      coding: chooseCoding(accepted, answer.isSmall) ?? 'identity',
      type,
      cacheControl: 'no-cache',
    })
  }
}
