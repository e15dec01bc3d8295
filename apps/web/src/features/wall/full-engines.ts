import type { InferenceModel } from '@podium/contracts'

/** A model whose engines cannot keep up, by the name that clients ask for. */
export type FullEngine = { model: string; waiting: number | null; isOwn: boolean }

/** The one with most that wait first; `own` are those of the viewer's team. */
export function fullEngines(
  models: readonly InferenceModel[],
  own: readonly string[],
): FullEngine[] {
  return models
    .filter(({ verdict }) => verdict.state === 'saturated')
    .map(({ model, public_models: names, figures }) => {
      const name = names[0] ?? model
      return { model: name, waiting: figures.waiting, isOwn: own.includes(name) }
    })
    .toSorted((one, other) => (other.waiting ?? 0) - (one.waiting ?? 0))
}
