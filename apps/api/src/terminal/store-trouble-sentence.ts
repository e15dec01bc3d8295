import type { StoreTrouble } from '../store/store-trouble.ts'
import { causeOf } from './describe-error.ts'

/** One sentence about what failed in the store while nobody had asked it for anything. */
export function storeTroubleSentence(
  trouble: StoreTrouble,
  error: unknown,
  databaseUrl: string | null,
): string {
  const cause = causeOf(error)
  const database = `database${databaseUrl === null ? '' : ` at ${new URL(databaseUrl).host}`}`
  switch (trouble) {
    case 'backup':
      return `The hourly backup of the ${database} failed (${cause}); the next one is in an hour.`
    case 'connection':
      return `A connection to the ${database} broke (${cause}).`
    case 'notices':
      return `The ${database} cannot announce changes (LISTEN: ${cause}), so Podium looks for them every second.`
  }
}
