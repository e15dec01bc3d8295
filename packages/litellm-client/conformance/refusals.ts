import { inspect } from 'node:util'
import { LiteLLMError } from '../src/index.ts'
import type { Checklist } from './checklist.ts'

/** The kind of error a call ends with, or that it did not. */
export async function kindOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'no error'
  } catch (error) {
    if (error instanceof LiteLLMError) return error.kind
    throw error
  }
}

/** The call is refused with this kind, and the error shows no secret to whoever prints it. */
export async function checkRefused(
  list: Checklist,
  name: string,
  call: Promise<unknown>,
  kind: string | readonly string[],
  secrets: readonly string[] = [],
): Promise<void> {
  const allowed = typeof kind === 'string' ? [kind] : kind
  try {
    await call
    list.problems(name, [`no error, expected ${allowed.join(' or ')}`])
  } catch (error) {
    if (!(error instanceof LiteLLMError)) throw error
    const printed = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error)
    list.problems(name, [
      ...(allowed.includes(error.kind)
        ? []
        : [`${error.message}: ${error.kind}, not ${allowed.join(' or ')}`]),
      ...(secrets.some((secret) => printed.includes(secret)) ? ['the error shows a secret'] : []),
    ])
  }
}
