import type { Gauges } from '../engines/engine-reading.ts'
import type { Span } from './span.ts'

/** One engine of a model: its newest scrape, and its window where there is one. `null` instead of a stale engine. */
export type Part = { gauges: Gauges; span: Span | null; estimatesAborted: boolean }
