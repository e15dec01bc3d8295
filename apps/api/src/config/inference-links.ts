import { gpuId } from '@podium/inference-metrics'
import { splitList } from './list.ts'

/** A public model is served under this label, or under any (`null`), by this engine, or by any (`null`). */
export type ModelLink = { publicModel: string; model: string | null; engine: string | null }

/** An engine uses these GPUs: UUIDs, or an index at a source. */
export type GpuLink = { engine: string; gpus: readonly GpuName[] }
export type GpuName = { uuid: string } | { source: string; index: number }

/** `null` is not how they are written. The last `=` and the last `@` cut. */
export function parseModelEngines(text: string | undefined): ModelLink[] | null {
  const links: ModelLink[] = []
  for (const entry of splitList(text)) {
    const equals = entry.lastIndexOf('=')
    const publicModel = entry.slice(0, Math.max(0, equals)).trim()
    if (publicModel === '') return null
    const served = entry.slice(equals + 1)
    const cut = served.lastIndexOf('@')
    const model = (cut === -1 ? served : served.slice(0, cut)).trim()
    const engine = cut === -1 ? '' : served.slice(cut + 1).trim()
    if (model === '' && engine === '') return null
    links.push({ publicModel, model: model || null, engine: engine || null })
  }
  return links
}

export function modelEnginesProblem(text: string): string | null {
  return parseModelEngines(text) === null
    ? 'must look like public=label,public=label@engine or public=@engine'
    : null
}

export function parseEngineGpus(text: string | undefined): GpuLink[] | null {
  const links: GpuLink[] = []
  for (const entry of splitList(text)) {
    const equals = entry.lastIndexOf('=')
    const engine = entry.slice(0, Math.max(0, equals)).trim()
    const gpus = entry
      .slice(equals + 1)
      .split('+')
      .map((name) => parseGpu(name.trim()))
    if (engine === '' || gpus.includes(null)) return null
    links.push({ engine, gpus: gpus.filter((gpu) => gpu !== null) })
  }
  return links
}

function parseGpu(name: string): GpuName | null {
  if (/^gpu-[\w-]{4,}$/i.test(name)) return { uuid: gpuId(name) }
  const [, source, index] = /^(.+):(\d{1,4})$/.exec(name) ?? []
  return source === undefined ? null : { source, index: Number(index) }
}

export function engineGpusProblem(text: string): string | null {
  return parseEngineGpus(text) === null
    ? 'must look like engine=GPU-8d1b…+GPU-1e7c… or engine=nvidia-smi:0'
    : null
}
