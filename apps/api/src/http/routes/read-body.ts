import type { Context } from 'hono'
import type { z } from 'zod'
import { BadParameter } from '../../queries/bad-parameter.ts'
import { ProblemError, problems } from '../problem.ts'

/** The JSON of a request, as the schema knows it. Its size was checked before. */
export async function readBody<Schema extends z.ZodObject>(
  c: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  if (!/^application\/json(?:;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new ProblemError(problems.wrongType)
  const parsed = schema.safeParse(parseJson(await textOf(c)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.path.length === 0 && issue.code === 'invalid_type')
    throw new BadParameter('body', 'The body must be a JSON object.')
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  throw new BadParameter(String(name ?? 'body'), issue?.message ?? 'It cannot be understood.')
}

async function textOf(c: Context): Promise<string> {
  try {
    return await c.req.text()
  } catch (error) {
    if (error instanceof ProblemError) throw error
    // Nothing else can fail here: the client has gone, and nobody hears the answer.
    throw new ProblemError(problems.brokenOff)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema refuses it, as it does anything else that is no object.
    return undefined
  }
}
