import { LiteLLMError } from '../errors/litellm-error.ts'

export function dropUndefined(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

/** Refuses a negative budget, which old releases accept and then never enforce. */
export function budget(amount: number | undefined): number | undefined {
  if (amount === undefined || (Number.isFinite(amount) && amount >= 0)) return amount
  throw new LiteLLMError('input', { detail: 'maxBudgetUsd is not a finite amount of at least 0' })
}

export function whole(value: number | undefined, name: string): number | undefined {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value
  throw new LiteLLMError('input', { detail: `${name} is not a whole number of at least 0` })
}
