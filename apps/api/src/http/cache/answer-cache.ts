import { LRUCache } from 'lru-cache'
import type { DayRange } from '../../domain/span.ts'
import { StoreError } from '../../store/store-error.ts'
import type { Plan } from '../routes/route.ts'
import { createCompressedAnswer, type CompressedAnswer } from './compressed-answer.ts'

/** What the answers depend on besides the question. */
export type Versions = {
  /** Of everything there is. */
  all: () => number
  /** Of some days, with the names and prices. */
  ofDays: (days: DayRange) => Promise<string>
}

type Entry = { version: string; daysVersion: string | null; answer: CompressedAnswer }
type Asked = {
  path: string
  audience: string
  /** In the words of whoever asks: a window that moves is another question with each minute. */
  address: string
}

export type AnswerCache = {
  /** `null` is nothing at this address. `beforeRead` may throw: then nothing is read. */
  answer: (asked: Asked, plan: Plan, beforeRead?: () => void) => Promise<CompressedAnswer | null>
}

const mostWords = 5000
const defaultMaxBytes = 64 * 2 ** 20

/** Reads an answer once for each version of what it depends on, however many wait for it. */
export function createAnswerCache(versions: Versions, maxSize = defaultMaxBytes): AnswerCache {
  const entries = new LRUCache<string, Entry>({ maxSize })
  /** The key of the last answer to an audience that asked in these words. */
  const newest = new LRUCache<string, string>({ max: mostWords })
  const reading = new Map<string, Promise<CompressedAnswer | null>>()

  async function read(key: string, plan: Plan, version: string): Promise<CompressedAnswer | null> {
    // Asked for before the data: what changes in between is then read once more, and never missed.
    const daysVersion = plan.days === null ? null : await versions.ofDays(plan.days)
    const before = entries.get(key)
    const isSame = daysVersion !== null && before?.daysVersion === daysVersion
    const answer = isSame ? before.answer : await readAnew(plan, before?.answer)
    if (answer === null) return null
    entries.set(key, { version, daysVersion, answer }, { size: key.length + answer.bytes })
    return answer
  }

  /** While the store is away, what was last known is an answer as well, and says itself which moment it is of. */
  async function readOrKept(
    key: string,
    words: string,
    readNow: () => Promise<CompressedAnswer | null>,
  ): Promise<CompressedAnswer | null> {
    try {
      const answer = await readNow()
      newest.set(words, key)
      return answer
    } catch (error) {
      const kept = entries.get(key) ?? entries.get(newest.get(words) ?? '')
      if (!(error instanceof StoreError) || kept === undefined) throw error
      return kept.answer
    }
  }

  return {
    answer: async ({ path, audience, address }, plan, beforeRead) => {
      const version = `${versions.all()} ${plan.version?.() ?? ''}`
      const key = JSON.stringify([path, audience, plan.question])
      const entry = entries.get(key)
      if (entry?.version === version) return entry.answer
      const turn = `${version} ${key}`
      const waiting = reading.get(turn)
      if (waiting !== undefined) return waiting
      beforeRead?.()
      const answer = readOrKept(key, `${audience} ${address}`, () => read(key, plan, version))
      const settled = answer.finally(() => reading.delete(turn))
      reading.set(turn, settled)
      return settled
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
