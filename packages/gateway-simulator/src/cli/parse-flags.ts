import { parseArgs } from 'node:util'
import { isProfileName, profileNames } from '../gateway/profile.ts'
import type { ProfileName } from '../gateway/profile.ts'

export interface Flags {
  profile: ProfileName
  teams: number
  speed: number
  port: number
  host: string
  seed: number
  flush: number
  help: boolean
}

export const usage = `Plays a LiteLLM gateway with seeded traffic.

  --profile  release that answers: ${profileNames.join(', ')} (1.81)
  --teams    1 to 1000 (12)
  --speed    how much faster than life the traffic goes, 0.1 to 600; dates stay today's (1)
  --port     0 takes a free one (4000)
  --host     address to listen on (127.0.0.1)
  --seed     any whole number; the same seed plays the same traffic (1)
  --flush    seconds between two flushes, before the release's own jitter (10)
`

/** What is wrong, in one sentence. */
export class FlagError extends Error {
  override name = 'FlagError' as const
}

export function parseFlags(argv: readonly string[]): Flags {
  const { values } = readValues(argv)
  const profile = values.profile ?? '1.81'
  if (!isProfileName(profile)) {
    throw new FlagError(`--profile must be one of ${profileNames.join(', ')}.`)
  }
  return {
    profile,
    teams: readNumber('teams', values.teams ?? '12', { least: 1, most: 1000, isWhole: true }),
    speed: readNumber('speed', values.speed ?? '1', { least: 0.1, most: 600, isWhole: false }),
    port: readNumber('port', values.port ?? '4000', { least: 0, most: 65_535, isWhole: true }),
    host: values.host ?? '127.0.0.1',
    seed: readNumber('seed', values.seed ?? '1', {
      least: Number.MIN_SAFE_INTEGER,
      most: Number.MAX_SAFE_INTEGER,
      isWhole: true,
    }),
    flush: readNumber('flush', values.flush ?? '10', { least: 0, most: 3600, isWhole: false }),
    help: values.help ?? false,
  }
}

function readValues(argv: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        profile: text,
        teams: text,
        speed: text,
        port: text,
        host: text,
        seed: text,
        flush: text,
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\.\s|\n/)
    throw new FlagError(`${sentence.replace(/\.$/, '')}.`, { cause: error })
  }
}

function readNumber(
  name: string,
  text: string,
  { least, most, isWhole }: { least: number; most: number; isWhole: boolean },
): number {
  const value = Number(text)
  const isNumber = text.trim() !== '' && value >= least && value <= most
  if (isNumber && (!isWhole || Number.isInteger(value))) return value
  const kind = isWhole ? 'a whole number' : 'a number'
  const isBounded = most < Number.MAX_SAFE_INTEGER
  throw new FlagError(`--${name} must be ${kind}${isBounded ? ` from ${least} to ${most}` : ''}.`)
}
