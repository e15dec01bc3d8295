import { fileURLToPath } from 'node:url'
import type { Checklist } from '../checklist.ts'
import type { Options } from '../options.ts'
import { report } from '../report.ts'
import { Unavailable } from '../unavailable.ts'
import { findHarness } from './find-harness.ts'
import { createHarness, type Harness } from './harness.ts'
import { openPostgres } from './postgres.ts'

export type Plan = Pick<Options, 'seed' | 'requests' | 'storm'> & { version: string }

/** What is held to a genuine release; `postgres` is the server that keeps the gateway's database. */
export type Judge = (on: {
  harness: Harness
  postgres: string
  plan: Plan
  signal: AbortSignal
}) => Promise<Checklist>

type Command = {
  options: Options
  env: Record<string, string | undefined>
  signal: AbortSignal
  say: (text: string) => void
}

/** Two at a time: a gateway mostly waits for its next flush. */
const atATime = 2

/** Judges the chosen releases; says what it finds and returns the exit code. */
export async function judgeReleases(
  judge: Judge,
  { options, env, signal, say }: Command,
): Promise<number> {
  const checkout = fileURLToPath(new URL('../../../../', import.meta.url))
  const folder = await findHarness(env['REAL_GATEWAY_HARNESS'], checkout)
  const postgres = await openPostgres(env['REAL_GATEWAY_PG'], env)
  try {
    const harness = createHarness(folder, { ...env, REAL_GATEWAY_PG: postgres.url }, signal)
    const waiting = [...options.versions]
    let failed = 0
    const work = async () => {
      for (let version = waiting.shift(); version !== undefined; version = waiting.shift()) {
        try {
          const plan = { ...options, version }
          const list = await judge({ harness, postgres: postgres.url, plan, signal })
          say(report(version, list))
          failed += list.failed.length
        } catch (error) {
          if (signal.aborted || error instanceof Unavailable) throw error
          failed += 1
          const reason = error instanceof Error ? error.message : String(error)
          say(`\nconformance ${version}: could not be judged: ${reason}`)
        }
      }
    }
    const ends = await Promise.allSettled(Array.from({ length: atATime }, work))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    return failed === 0 ? 0 : 1
  } finally {
    await postgres.stop()
  }
}
