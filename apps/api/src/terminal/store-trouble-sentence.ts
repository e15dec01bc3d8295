import { hostsOf } from '../store/postgres/addresses.ts'
import type { StoreTrouble } from '../store/store-trouble.ts'
import { causeOf, describeError } from './describe-error.ts'

/** One sentence about what failed in the store. */
export function storeTroubleSentence(
  trouble: StoreTrouble,
  error: unknown,
  databaseUrl: string | null,
): string {
  const cause = causeOf(error)
  const where = databaseUrl === null ? '' : ` at ${hostsOf(databaseUrl)}`
  const database = `database${where}`
  const { code } = describeError(error)
  const about = [databaseUrl === null ? '' : hostsOf(databaseUrl), code ?? ''].filter(Boolean)
  const place = about.length === 0 ? '' : ` (${about.join(', ')})`
  switch (trouble) {
    case 'away':
      return `${cause}${place}: what is known is still shown, and Podium tries again by itself.`
    case 'start':
      return `${cause}${place}: Podium waits for it, and says so to whoever asks.`
    case 'backup':
      return `The hourly backup of the ${database} failed (${cause}); the next one is in an hour.`
    case 'connection':
      return `A connection to the ${database} broke (${cause}).`
    case 'notices':
      return `The ${database} cannot announce changes (LISTEN: ${cause}), so Podium looks for them every second.`
  }
}
