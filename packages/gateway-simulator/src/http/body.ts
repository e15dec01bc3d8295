import { z } from 'zod'
import type { ValidationProblem } from '../gateway/answers.ts'

/** Like pydantic, which reads "5" as five. */
export const lenientNumber = z.preprocess(
  (value) =>
    typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
      ? Number(value)
      : value,
  z.number(),
)

const sayings: Record<string, { type: string; msg: string }> = {
  number: {
    type: 'float_parsing',
    msg: 'Input should be a valid number, unable to parse string as a number',
  },
  string: { type: 'string_type', msg: 'Input should be a valid string' },
  array: { type: 'list_type', msg: 'Input should be a valid list' },
  object: { type: 'model_attributes_type', msg: 'Input should be a valid dictionary' },
  record: { type: 'dict_type', msg: 'Input should be a valid dictionary' },
  boolean: { type: 'bool_parsing', msg: 'Input should be a valid boolean' },
}

export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { ok: true; value: z.infer<Schema> } | { ok: false; problems: ValidationProblem[] } {
  const parsed = schema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, problems: parsed.error.issues.map((issue) => describeIssue(issue, body)) }
}

function describeIssue(issue: z.core.$ZodIssue, body: unknown): ValidationProblem {
  const loc = ['body', ...issue.path.map(String)]
  const input = issue.path.reduce<unknown>(readField, body)
  if (input === undefined) return { type: 'missing', loc, msg: 'Field required', input: body }
  const expected = issue.code === 'invalid_type' ? sayings[issue.expected] : undefined
  return { ...(expected ?? { type: 'value_error', msg: 'Value error' }), loc, input }
}

function readField(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
