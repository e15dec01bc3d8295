import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { followEngine, readEngine, type EngineState, type ModelSample } from '../../src/index.ts'

/** The recording of a genuine vLLM: 381 scrapes, 2 s apart, with a restart in the middle. */
type Recorded = { at: number; up: 0 | 1; body: string }

/** What a real Prometheus answered of it: a name → labels and value, at 18 moments. */
type Moment = {
  at: number
  what: string
  answers: Record<string, { labels: Record<string, string>; value: string }[]>
}

const intervalMs = 2000

function read(name: string): string {
  return gunzipSync(readFileSync(new URL(`../captured/${name}.gz`, import.meta.url))).toString()
}

export function readScrapes(): Recorded[] {
  return read('golden-scrapes.ndjson')
    .trim()
    .split('\n')
    .map((line) => {
      const scrape: Recorded = JSON.parse(line)
      return scrape
    })
}

export function readMoments(): Moment[] {
  const { moments }: { moments: Moment[] } = JSON.parse(read('golden-expected.json'))
  return moments
}

/** All good scrapes as samples, as a collector would have made them. */
export function replay(): { samples: ModelSample[]; state: EngineState | null } {
  const samples: ModelSample[] = []
  let state: EngineState | null = null
  let hasFailed = false
  for (const { at, up, body } of readScrapes()) {
    const read = readEngine(body)
    if (up === 0 || !read.ok) {
      hasFailed = true
      continue
    }
    const followed = followEngine(state, read.reading, { at, hasFailed, intervalMs })
    samples.push(...followed.samples.values())
    state = followed.state
    hasFailed = false
  }
  return { samples, state }
}
