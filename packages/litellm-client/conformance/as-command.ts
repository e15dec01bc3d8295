import { LiteLLMError } from '../src/index.ts'
import { parseOptions, type Options } from './options.ts'
import { Unavailable } from './unavailable.ts'

type Work = {
  options: Options
  signal: AbortSignal
  say: (text: string) => void
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Runs a judgement as a command: its arguments, Ctrl-C, and what cannot be had here. Gives the exit code. */
export async function asCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  work: (given: Work) => Promise<number>,
): Promise<number> {
  const options = readOptions(args)
  if (options === undefined) return 2
  const interruption = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // More than once: a terminal signals the whole group, and whoever started us passes it on.
    process.on(name, () => interruption.abort(new Error(`interrupted by ${name}`)))
  }
  try {
    return await work({ options, signal: interruption.signal, say })
  } catch (error) {
    if (interruption.signal.aborted) {
      say('conformance: interrupted; what it had started is stopped')
      return 130
    }
    if (error instanceof LiteLLMError) {
      say(`conformance FAILED: ${error.message}`)
      return 1
    }
    if (!(error instanceof Unavailable)) throw error
    const isCi = env['CI'] === 'true'
    say(`conformance ${isCi ? 'FAILED' : 'skipped'}: ${error.message}`)
    return isCi ? 1 : 0
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    return parseOptions(args)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
