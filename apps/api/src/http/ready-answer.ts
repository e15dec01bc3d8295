import type { Tally } from '../telemetry/http-stats.ts'

/** An answer that only has to be written, and where it is counted once it has been. */
export type ReadyAnswer = {
  status: 200 | 304
  headers: string[]
  body: Buffer | null
  tally: Tally | null
}

/** What was answered last to the same words: the answer of this address as long as nothing has changed. */
export type LastAnswer = { url: string; version: number; until: number; answer: ReadyAnswer }
