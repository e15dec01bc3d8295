import type { ValidationProblem } from '../gateway/answers.ts'

export interface IntegerRule {
  name: string
  fallback: number
  least?: number
  most?: number
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: ValidationProblem[] }

/** Reads whole numbers as FastAPI does and reports every parameter that is wrong. */
export function readIntegers(
  query: URLSearchParams,
  rules: readonly IntegerRule[],
): Parsed<number[]> {
  const problems: ValidationProblem[] = []
  const value = rules.map((rule) => {
    const text = query.get(rule.name)
    if (text === null) return rule.fallback
    const problem = findProblem(text, rule)
    if (problem !== null) problems.push(problem)
    return Number(text)
  })
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems }
}

function findProblem(text: string, { name, least, most }: IntegerRule): ValidationProblem | null {
  const loc = ['query', name]
  if (!/^[+-]?\d+$/.test(text)) {
    const msg = 'Input should be a valid integer, unable to parse string as an integer'
    return { type: 'int_parsing', loc, msg, input: text }
  }
  if (least !== undefined && Number(text) < least) {
    const msg = `Input should be greater than or equal to ${least}`
    return { type: 'greater_than_equal', loc, msg, input: text, ctx: { ge: least } }
  }
  if (most !== undefined && Number(text) > most) {
    const msg = `Input should be less than or equal to ${most}`
    return { type: 'less_than_equal', loc, msg, input: text, ctx: { le: most } }
  }
  return null
}
