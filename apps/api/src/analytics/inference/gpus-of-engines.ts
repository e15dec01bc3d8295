import type { KnownInference } from '../../domain/inference/known.ts'
import type { GpuName, WatchedEngine } from '../../domain/inference/watched.ts'

export type GpusOfEngine = {
  gpus: readonly string[]
  knownBy: 'configuration' | 'labels' | 'single' | null
}

const unknown: GpusOfEngine = { gpus: [], knownBy: null }

/** Which GPUs each engine uses, as far as somebody says so. */
export function gpusOfEngines(known: KnownInference): ReadonlyMap<string, GpusOfEngine> {
  return new Map(known.watched.engines.map((engine) => [engine.id, gpusOf(engine, known)]))
}

function gpusOf(engine: WatchedEngine, known: KnownInference): GpusOfEngine {
  const links = known.watched.gpuLinks.filter((link) => link.engine === engine.id)
  if (links.length > 0) {
    const gpus = links.flatMap((link) => link.gpus.map((name) => resolve(name, known)))
    return { gpus: [...new Set(gpus)], knownBy: 'configuration' }
  }
  const labelled = byLabels(engine, known)
  if (labelled.length > 0) return { gpus: labelled, knownBy: 'labels' }
  const single = onlyGpu(engine, known)
  return single === null ? unknown : { gpus: [single], knownBy: 'single' }
}

/** A GPU that its source does not have keeps the name that it was given, and counts as missing. */
function resolve(name: GpuName, { gpuSources }: KnownInference): string {
  if ('uuid' in name) return name.uuid
  const source = gpuSources.find(({ id, isEngine }) => id === name.source && !isEngine)
  const gpu = source?.gpus.find(({ index }) => index === name.index)
  return gpu?.gpu ?? `${name.source}:${name.index}`
}

/** Kubernetes names a pod's GPUs; some engines name their own. */
function byLabels({ id, host }: WatchedEngine, { gpus, gpuSources }: KnownInference): string[] {
  const own = gpuSources.find((source) => source.isEngine && source.id === id)?.gpus ?? []
  const [pod] = host.split('.')
  const ofPod = /[a-z]/i.test(pod ?? '') ? gpus.filter(({ last }) => last.pod === pod) : []
  return [...new Set([...own.map(({ gpu }) => gpu), ...ofPod.map(({ last }) => last.gpu)])]
}

/** One engine and one GPU on this machine belong together. */
function onlyGpu({ isLoopback }: WatchedEngine, { watched, gpuSources }: KnownInference) {
  if (!isLoopback || watched.engines.length !== 1) return null
  const smi = watched.gpuSources.find(({ isNvidiaSmi }) => isNvidiaSmi)
  const gpus = gpuSources.find(({ id, isEngine }) => id === smi?.id && !isEngine)?.gpus ?? []
  const [only] = gpus
  return only === undefined || gpus.length > 1 ? null : only.gpu
}
