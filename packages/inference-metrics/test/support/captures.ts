import { readFileSync, readdirSync } from 'node:fs'
import {
  figuresOf,
  followEngine,
  readEngine,
  spanOf,
  type EngineReading,
  type EngineState,
  type Figures,
  type ModelReading,
} from '../../src/index.ts'

const folder = new URL('../captured/', import.meta.url)

/** What an engine or an exporter said, see the README beside it. */
export function capture(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

export function captureOfKind(kind: string): string | undefined {
  const name = readdirSync(folder).find(
    (file) => file === `${kind}.prom` || file === `${kind}.json`,
  )
  return name === undefined ? undefined : capture(name)
}

export function readingOf(text: string, kind?: string): EngineReading {
  const read = readEngine(text, kind === undefined ? {} : { kind })
  if (!read.ok) throw new Error(read.reason)
  return read.reading
}

export function onlyModel({ models }: EngineReading): ModelReading {
  const [model, ...more] = models
  if (model === undefined || more.length > 0) throw new Error(`${models.length} models`)
  return model
}

const justStarted: EngineState = { at: 0, startedAt: null, restartedAt: null, totals: new Map() }

/** The figures of a minute in which all happened that the counters say, of the first model. */
export function figuresSinceStart(reading: EngineReading): Figures {
  const { samples } = followEngine(justStarted, reading, {
    at: 60_000,
    hasFailed: false,
    intervalMs: 60_000,
  })
  const [sample] = samples.values()
  if (sample === undefined) throw new Error('no model')
  const first = { ...sample, at: 0, running: 0, waiting: 0, increase: null }
  const { estimatesAborted } = sample
  return figuresOf([{ gauges: sample, span: spanOf([first, sample], 60_000), estimatesAborted }])
}
