import { engines, type EngineKind } from '@podium/inference-metrics'
import { gatewayUrlProblem } from './checks.ts'
import { splitList } from './list.ts'
import { isRefusedHost } from './refused-address.ts'

/** Something that is scraped. Its URL is told to nobody; `id` is what answers and logs call it. */
export type EngineTarget = { id: string; kind: EngineKind | null; url: string }
/** `url` is an exporter's; `null` is `nvidia-smi` on this machine. */
export type GpuTarget = { id: string; url: string | null }

type Parsed<T> = { targets: readonly T[]; problem: null } | { targets: null; problem: string }

const most = 64
const nvidiaSmi = 'nvidia-smi'
const namePattern = /^[a-z0-9][a-z0-9_-]{0,31}$/
const entryPattern = /^(?:(?<name>[^=]*)=)?(?:(?<engine>[^+]*)\+)?(?<url>https?:\/\/.*)$/i

export function parseEngines(text: string | undefined): Parsed<EngineTarget> {
  const targets: EngineTarget[] = []
  for (const [index, entry] of splitList(text).entries()) {
    const { name, engine, url: address } = entryPattern.exec(entry)?.groups ?? {}
    const at = (problem: string) => refuse(`${problem} (entry ${index + 1})`)
    const adapter = engines.find(({ kind }) => kind === engine)
    if (address === undefined)
      return at('has an entry that is no URL: it looks like gpu-01=vllm+http://host:8000')
    if (engine !== undefined && adapter === undefined)
      return at(`names an unknown engine: known are ${engines.map(({ kind }) => kind).join(', ')}`)
    const found = readTarget({ name, address, path: adapter?.path ?? '/metrics' })
    if ('problem' in found) return at(found.problem)
    targets.push({ ...found, kind: adapter?.kind ?? null })
  }
  return targets.length > most ? refuse(`names more than ${most} engines`) : unique(targets)
}

/** `auto` is not for here. */
export function parseGpuSources(text: string): Parsed<GpuTarget> {
  const entries = splitList(text)
  if (entries.length === 1 && entries[0] === 'none') return { targets: [], problem: null }
  const targets: GpuTarget[] = []
  for (const [index, entry] of entries.entries()) {
    if (entry === nvidiaSmi) {
      targets.push({ id: nvidiaSmi, url: null })
      continue
    }
    const { name, engine, url: address } = entryPattern.exec(entry)?.groups ?? {}
    const at = (problem: string) => refuse(`${problem} (entry ${index + 1})`)
    if (address === undefined || engine !== undefined)
      return at('must be auto, none, or a list of nvidia-smi and URLs like dcgm=http://host:9400')
    const found = readTarget({ name, address, path: '/metrics' })
    if ('problem' in found) return at(found.problem)
    targets.push(found)
  }
  return targets.length > most ? refuse(`names more than ${most} sources`) : unique(targets)
}

type Entry = { name: string | undefined; address: string; path: string }

function readTarget({
  name,
  address,
  path,
}: Entry): { id: string; url: string } | { problem: string } {
  if (name !== undefined && (!namePattern.test(name) || name === nvidiaSmi))
    return { problem: 'has a name that does not fit: a–z, 0–9, _ and -, at most 32' }
  const problem = gatewayUrlProblem(address)
  if (problem !== null) return { problem }
  const url = new URL(address)
  if (isRefusedHost(url.hostname)) return { problem: 'names an address that nobody may ask' }
  if (url.pathname === '/') url.pathname = path
  return { id: name ?? withPort(url), url: url.href }
}

function withPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`
}

function unique<T extends { id: string; url: string | null }>(targets: readonly T[]): Parsed<T> {
  const urls = targets.map(({ url }) => url ?? nvidiaSmi)
  if (new Set(urls).size < urls.length) return refuse('names one URL twice')
  if (new Set(targets.map(({ id }) => id)).size < targets.length)
    return refuse('gives one name twice')
  return { targets, problem: null }
}

function refuse(problem: string): { targets: null; problem: string } {
  return { targets: null, problem }
}
