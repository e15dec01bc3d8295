import { createHash } from 'node:crypto'
import { inspect } from 'node:util'

/** A key whose text, or hash, must never be seen again. */
export const canary = 'sk-canary-5d1f0c7be2a94e51'

const traces = [canary, canary.slice(3), createHash('sha256').update(canary).digest('hex')]

/** Whether anybody who prints these values, however thoroughly, sees the key. */
export function showsCanary(values: readonly unknown[]): boolean {
  return values.some((value) => {
    const printed = inspect(value, { depth: 20, showHidden: true, maxStringLength: Infinity })
    const written = JSON.stringify([value])
    return traces.some((trace) => printed.includes(trace) || written.includes(trace))
  })
}
