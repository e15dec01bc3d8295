import { LiteLLMError } from '../errors/litellm-error.ts'

const dayMs = 86_400_000
const mostDays = 400

/**
 * The UTC days from `from` to `to`, oldest first. They are checked here because old gateways compare
 * dates as text and answer a wrong one with an empty list and status 200.
 */
export function daysBetween(from: string, to: string): string[] {
  const first = parseDay(from, 'from')
  const last = parseDay(to, 'to')
  const count = (last - first) / dayMs + 1
  if (count < 1) throw new LiteLLMError('input', { detail: 'the range ends before it begins' })
  if (count > mostDays)
    throw new LiteLLMError('input', { detail: `a range has at most ${mostDays} days` })
  return Array.from({ length: count }, (_, index) => formatDay(first + index * dayMs))
}

function parseDay(text: string, name: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  if (Number.isNaN(at) || formatDay(at) !== text) {
    throw new LiteLLMError('input', { detail: `${name} is not a day of the calendar, YYYY-MM-DD` })
  }
  return at
}

function formatDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
