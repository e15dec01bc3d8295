import type { StoredModel } from '../../domain/listings.ts'
import type { Served } from '../../domain/inference/fresh.ts'
import type { Watched } from '../../domain/inference/watched.ts'

type Listed = Pick<StoredModel, 'model' | 'underlyingModels'>

export type PublicModels = {
  /** The public models that lead to a model of an engine, by name. */
  of: (served: Pick<Served, 'engine' | 'model'>) => readonly string[]
  /** Public models of local engines that no engine here serves. */
  unserved: readonly string[]
}

/** How the gateway names engines of one's own. */
const localPrefix = /^(?:hosted_vllm|vllm|ollama|ollama_chat)\//

/** Which public model leads to which engine: as configured, else by the name behind it; never guessed. */
export function linkModels(
  served: readonly Served[],
  models: readonly Listed[],
  links: Watched['modelLinks'],
): PublicModels {
  const linked = new Set(links.map(({ publicModel }) => publicModel))
  const found = new Map<string, Set<string>>()
  const add = (to: Served, publicModel: string) => {
    const key = JSON.stringify([to.engine, to.model])
    found.set(key, (found.get(key) ?? new Set()).add(publicModel))
  }
  for (const { publicModel, model, engine } of links)
    for (const one of served)
      if ((model ?? one.model) === one.model && (engine ?? one.engine) === one.engine)
        add(one, publicModel)
  for (const { model, underlyingModels } of models)
    if (!linked.has(model))
      for (const name of underlyingModels)
        for (const one of servingOf(served, name)) add(one, model)
  const all = new Set([...found.values()].flatMap((names) => [...names]))
  return {
    of: ({ engine, model }) => [...(found.get(JSON.stringify([engine, model])) ?? [])].toSorted(),
    unserved: models
      .filter(({ model, underlyingModels }) => !all.has(model) && underlyingModels.some(isLocal))
      .map(({ model }) => model)
      .toSorted(),
  }
}

/** The same name, else the same last part of a path: of names that say themselves that they are of a local engine. */
function servingOf(served: readonly Served[], underlying: string): Served[] {
  const name = underlying.replace(localPrefix, '')
  const exact = served.filter(({ model }) => model === name)
  if (exact.length > 0 || !isLocal(underlying)) return exact
  return served.filter(({ model }) => model !== null && lastPart(model) === lastPart(name))
}

function isLocal(underlying: string): boolean {
  return localPrefix.test(underlying)
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase()
}
