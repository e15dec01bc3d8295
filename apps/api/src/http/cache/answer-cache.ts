import { LRUCache } from 'lru-cache'
import type { DayRange } from '../../domain/span.ts'
import type { Plan } from '../routes/route.ts'
import { createCompressedAnswer, type CompressedAnswer } from './compressed-answer.ts'

/** What the answers depend on besides the question. */
export type Versions = {
  /** Of everything there is. */
  all: () => number
  /** Of some days, with the names and prices. */
  ofDays: (days: DayRange) => Promise<string>
}

type Entry = { version: number; daysVersion: string | null; answer: CompressedAnswer }
type Asked = { path: string; audience: string }

export type AnswerCache = {
  /** `null` is nothing at this address. `beforeRead` may throw: then nothing is read. */
  answer: (asked: Asked, plan: Plan, beforeRead?: () => void) => Promise<CompressedAnswer | null>
}

const defaultMaxBytes = 64 * 2 ** 20

/** Reads an answer once for each version of what it depends on, however many wait for it. */
export function createAnswerCache(versions: Versions, maxSize = defaultMaxBytes): AnswerCache {
  const entries = new LRUCache<string, Entry>({ maxSize })
  const reading = new Map<string, Promise<CompressedAnswer | null>>()

  async function read(key: string, plan: Plan, version: number): Promise<CompressedAnswer | null> {
    // Asked for before the data: what changes in between is then read once more, and never missed.
    const daysVersion = plan.days === null ? null : await versions.ofDays(plan.days)
    const before = entries.get(key)
    const isSame = daysVersion !== null && before?.daysVersion === daysVersion
    const answer = isSame ? before.answer : await readAnew(plan, before?.answer)
    if (answer === null) return null
    entries.set(key, { version, daysVersion, answer }, { size: key.length + answer.bytes })
    return answer
  }

  return {
    answer: async ({ path, audience }, plan, beforeRead) => {
      const version = versions.all()
      const key = JSON.stringify([path, audience, plan.question])
      const entry = entries.get(key)
      if (entry?.version === version) return entry.answer
      const turn = `${version} ${key}`
      const waiting = reading.get(turn)
      if (waiting !== undefined) return waiting
      beforeRead?.()
      const answer = read(key, plan, version).finally(() => reading.delete(turn))
      reading.set(turn, answer)
      return answer
    },
  }
}

/** The same words as before keep their compressed forms. */
async function readAnew(
  plan: Plan,
  before: CompressedAnswer | undefined,
): Promise<CompressedAnswer | null> {
  const found = await plan.read()
  if (found === null) return null
  const json = Buffer.from(JSON.stringify(found))
  return before?.plain.equals(json) === true ? before : createCompressedAnswer(json)
}
