import type { Context } from 'hono'
import type { z } from 'zod'
import { mostBodyBytes } from '../limits.ts'
import { badParameter, problem } from '../problem.ts'
import { bodyTooLarge } from '../refusals.ts'

type Read<T> = { ok: true; value: T } | { ok: false; response: Response }

/** The JSON that a request says, as the schema knows it; else the answer that says what is wrong. */
export async function readBody<Schema extends z.ZodObject>(
  c: Context,
  schema: Schema,
): Promise<Read<z.infer<Schema>>> {
  const no = (response: Response) => ({ ok: false, response }) as const
  if (!/^application\/json(?:;|$)/i.test(c.req.header('content-type') ?? ''))
    return no(problem(c, wrongType))
  const text = await readText(c.req.raw.body)
  if (text === null) return no(problem(c, bodyTooLarge))
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  if (issue?.path.length === 0 && issue.code === 'invalid_type')
    return no(badParameter(c, 'body', 'The body must be a JSON object.'))
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  return no(
    badParameter(c, String(name ?? 'body').slice(0, 80), issue?.message ?? 'It is not understood.'),
  )
}

/** A length need not be told, so what arrives is counted. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > mostBodyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema refuses it, as it does anything else that is no object.
    return undefined
  }
}

const wrongType = {
  status: 415,
  title: 'Unsupported media type',
  detail: 'The body must be application/json.',
} as const
