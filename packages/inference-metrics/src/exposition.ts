import { parseSampleLine, type Sample } from './sample-line.ts'

export type FamilyType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped'

export type Exposition = {
  /** Family name → type, from the `# TYPE` lines. */
  families: ReadonlyMap<string, FamilyType>
  samples: readonly Sample[]
  /** Lines that are no sample: counted, so that a caller can doubt the scrape. */
  malformed: number
}

const types = new Map<string, FamilyType>([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['summary', 'summary'],
  ['untyped', 'untyped'],
  ['unknown', 'untyped'],
])

/** Reads Prometheus text (0.0.4, and what OpenMetrics shares with it): `parseExposition(await response.text())`. */
export function parseExposition(text: string): Exposition {
  const families = new Map<string, FamilyType>()
  const samples: Sample[] = []
  let malformed = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    if (line.startsWith('#')) {
      const [, name, type] = /^#\s*TYPE\s+(\S+)\s+(\S+)/.exec(line) ?? []
      if (name !== undefined && type !== undefined)
        families.set(name.replaceAll('"', ''), types.get(type) ?? 'untyped')
      continue
    }
    const sample = parseSampleLine(line)
    if (sample === null) malformed += 1
    else samples.push(sample)
  }
  return { families, samples, malformed }
}
