import type { Exposition, FamilyType, Sample } from './exposition.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { parseLine, type LabelCache } from './parse-line.ts'

/** A body is taken whole or not at all. */
export type Parsed = { ok: true; exposition: Exposition } | { ok: false; reason: 'too_large' }

const types = new Map<string, FamilyType>([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['summary', 'summary'],
])

/** Reads Prometheus text, 0.0.4 and OpenMetrics: `parseExposition(await response.text())`. It never throws. */
export function parseExposition(text: string, limits: Limits = defaultLimits): Parsed {
  if (text.length > limits.bytes) return { ok: false, reason: 'too_large' }
  const body = unwrap(text)
  const families = new Map<string, FamilyType>()
  const samples = new Map<string, Sample[]>()
  const cache: LabelCache = { blocks: new Map(), longest: limits.labelCharacters }
  let malformed = 0
  let count = 0
  // Without its line feed the last line may be half of one.
  const end = body.lastIndexOf('\n') + 1
  for (let start = 0; start < end;) {
    const feed = body.indexOf('\n', start)
    const from = skipBlanks(body, start)
    const to = body[feed - 1] === '\r' ? feed - 1 : feed
    start = feed + 1
    if (from >= to) continue
    if (body[from] === '#') {
      if (body.startsWith('# EOF', from) && to === from + 5) break
      readType(body.slice(from, to), families)
      continue
    }
    const line = parseLine(body, from, to, cache)
    if (line === null) {
      malformed += 1
      continue
    }
    count += 1
    if (count > limits.samples) return { ok: false, reason: 'too_large' }
    const known = samples.get(line.name)
    const sample = { labels: line.labels, value: line.value }
    if (known === undefined) samples.set(line.name, [sample])
    else known.push(sample)
  }
  return { ok: true, exposition: { families, samples, malformed } }
}

function readType(comment: string, families: Map<string, FamilyType>): void {
  if (!comment.startsWith('TYPE', skipBlanks(comment, 1))) return
  const [, name, type] = /^#[ \t]*TYPE[ \t]+("(?:[^"\\]|\\.)*"|\S+)[ \t]+(\S+)/.exec(comment) ?? []
  if (name === undefined || type === undefined) return
  families.set(name.startsWith('"') ? name.slice(1, -1) : name, types.get(type) ?? 'untyped')
}

/** Without a byte order mark; some llama.cpp servers sent the whole body as a JSON string. */
function unwrap(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (!body.startsWith('"')) return body
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'string' ? value : body
  } catch {
    // Then it is no JSON, and its lines are judged one by one.
    return body
  }
}

function skipBlanks(body: string, from: number): number {
  let at = from
  while (body[at] === ' ' || body[at] === '\t') at += 1
  return at
}
