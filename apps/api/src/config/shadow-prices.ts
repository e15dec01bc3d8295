import { z } from 'zod'
import type { ShadowPrices } from '../domain/listings.ts'

/** Dollars per token, by model. */
const price = z.number().min(0).max(1_000_000)
const Json = z.record(z.string().min(1), z.strictObject({ input: price, output: price }))
const perMillion = 1_000_000

/** `null` is neither of the two ways to write them. */
export function parseShadowPrices(text: string): ShadowPrices | null {
  const entries = text.trimStart().startsWith('{') ? fromJson(text) : fromList(text)
  if (entries === null) return null
  return new Map(
    entries.map(([model, { input, output }]) => [
      model,
      { input: input / perMillion, output: output / perMillion },
    ]),
  )
}

export function shadowPricesProblem(text: string): string | null {
  return parseShadowPrices(text) === null
    ? 'must look like `llama=0.2/0.6,qwen=0.1/0.3` or `{"llama":{"input":0.2,"output":0.6}}`'
    : null
}

type Entries = [string, { input: number; output: number }][]

function fromJson(text: string): Entries | null {
  try {
    const parsed = Json.safeParse(JSON.parse(text))
    return parsed.success ? Object.entries(parsed.data) : null
  } catch {
    // No JSON: said by the caller, without the text.
    return null
  }
}

/** The last `=` of an entry ends the name, since names may hold one. */
function fromList(text: string): Entries | null {
  const entries = text.split(',').map((entry) => {
    const match = /^\s*(.+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)\s*$/.exec(entry)
    const [, model, input, output] = match ?? []
    return model === undefined
      ? null
      : ([model, { input: Number(input), output: Number(output) }] as const)
  })
  const found = entries.flatMap((entry): Entries => (entry === null ? [] : [[entry[0], entry[1]]]))
  return found.length === entries.length ? found : null
}
