import type { Tick } from '../../domain/inference/scraped.ts'
import type { Watched } from '../../domain/inference/watched.ts'

/** What the collector's thread says of engines and GPUs; each process scrapes for itself. */
export type InferenceEvent =
  | { kind: 'watching'; watched: Watched }
  | { kind: 'scraped'; tick: Tick }
