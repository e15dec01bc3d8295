import type { DayRange } from '../../domain/span.ts'
import type { Plan } from '../routes/route.ts'
import { keepAnswer, type Kept } from './compressed-answer.ts'
import { createLru } from './lru.ts'

/** What the answers depend on besides the question. */
export type Versions = {
  /** Of everything there is. */
  all: () => number
  /** Of some days, with the names and prices. */
  ofDays: (days: DayRange) => Promise<string>
}

type Entry = { version: number; daysVersion: string | null; kept: Kept }

type Answer = { kept: Kept; version: number }

export type Answers = {
  /** `null` is nothing at this address; `version` is that of everything when it was asked. */
  answer: (asked: { path: string; audience: string }, plan: Plan) => Promise<Answer | null>
}

const defaultMaxBytes = 64 * 2 ** 20

/** Reads an answer once for each version of what it depends on, however many wait for it. */
export function createAnswers(versions: Versions, maxBytes = defaultMaxBytes): Answers {
  const entries = createLru<Entry>(maxBytes)
  const reading = new Map<string, Promise<Answer | null>>()

  async function read(key: string, plan: Plan, version: number): Promise<Answer | null> {
    // Asked for before the data: what changes in between is then read once more, and never missed.
    const daysVersion = plan.days === null ? null : await versions.ofDays(plan.days)
    const before = entries.get(key)
    const isSame = daysVersion !== null && before?.daysVersion === daysVersion
    const kept = isSame ? before.kept : await readAnew(plan, before?.kept)
    if (kept === null) return null
    entries.put(key, { version, daysVersion, kept }, key.length + kept.bytes)
    return { kept, version }
  }

  return {
    answer: ({ path, audience }, plan) => {
      const version = versions.all()
      const key = JSON.stringify([path, audience, plan.question])
      const entry = entries.get(key)
      if (entry?.version === version) return Promise.resolve({ kept: entry.kept, version })
      const turn = `${version} ${key}`
      const waiting = reading.get(turn)
      if (waiting !== undefined) return waiting
      const answer = read(key, plan, version).finally(() => reading.delete(turn))
      reading.set(turn, answer)
      return answer
    },
  }
}

/** The same words as before keep their compressed forms. */
async function readAnew(plan: Plan, before: Kept | undefined): Promise<Kept | null> {
  const found = await plan.read()
  if (found === null) return null
  const json = Buffer.from(JSON.stringify(found))
  return before?.ready('identity')?.equals(json) === true ? before : keepAnswer(json)
}
