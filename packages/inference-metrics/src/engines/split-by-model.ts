import type { Exposition, Labels, Sample } from '../exposition/exposition.ts'
import { detach } from '../exposition/series-key.ts'

export type ModelPart = { model: string | null; exposition: Exposition }

/**
 * The payload of each model that an engine's families name. With one model, or none, all of the payload is its own; with
 * several, what names no model belongs to none of them.
 */
export function splitByModel(exposition: Exposition, prefixes: readonly string[]): ModelPart[] {
  const parts = new Map<string, Map<string, Sample[]>>()
  for (const [name, samples] of exposition.samples) {
    if (!prefixes.some((prefix) => name.startsWith(prefix))) continue
    for (const sample of samples) {
      const model = modelOf(sample.labels)
      if (model === null) continue
      const part = parts.get(model) ?? new Map<string, Sample[]>()
      parts.set(model, part)
      const known = part.get(name)
      if (known === undefined) part.set(name, [sample])
      else known.push(sample)
    }
  }
  const [only] = parts.keys()
  if (parts.size < 2) return [{ model: only === undefined ? null : detach(only), exposition }]
  return [...parts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([model, samples]) => ({ model: detach(model), exposition: { ...exposition, samples } }))
}

/** Triton, and vLLM inside it, call the label `model`. */
function modelOf(labels: Labels): string | null {
  const model = labels.get('model_name') ?? labels.get('model')
  return model === undefined || model === '' ? null : model
}
