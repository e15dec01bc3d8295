import type { Exposition } from '../exposition/exposition.ts'
import { parseExposition } from '../exposition/parse-exposition.ts'
import type { Adapter } from './adapter.ts'
import type { EngineReading } from './engine-reading.ts'
import { engines } from './table.ts'

/** `exposition` is for the families of GPUs that an engine may have beside its own. */
export type EngineRead =
  | { ok: true; reading: EngineReading; exposition: Exposition }
  | { ok: false; reason: 'not_metrics' | 'too_large' }

/** More than an engine serves: each of them is a row of every answer, with an hour of samples. */
const mostModels = 256

type Options = { kind?: string | null; table?: readonly Adapter[] }

/**
 * Reads the body of an answer and finds out whose it is: `readEngine(await response.text())`. `kind` leaves no other choice;
 * it never throws.
 */
export function readEngine(text: string, { kind, table = engines }: Options = {}): EngineRead {
  const parsed = parseExposition(text)
  if (!parsed.ok) return parsed
  const body = { text, exposition: parsed.exposition }
  for (const adapter of table) {
    if (kind !== undefined && kind !== null && adapter.kind !== kind) continue
    const reading = adapter.read(body)
    if (reading === null) continue
    if (reading.models.length > mostModels) return { ok: false, reason: 'too_large' }
    return { ok: true, reading: { kind: adapter.kind, ...reading }, exposition: body.exposition }
  }
  return { ok: false, reason: 'not_metrics' }
}
