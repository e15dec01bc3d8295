import { LiteLLMError } from '../src/index.ts'
import { readNamedGateway } from './any/gateway.ts'
import { judgeNamed } from './any/judge.ts'
import { judgeReleases } from './genuine/judge-releases.ts'
import { type Options, parseOptions } from './options.ts'
import { report } from './report.ts'
import { Unavailable } from './unavailable.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)

async function main(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  const options = readOptions(args)
  if (options === undefined) return 2
  const interruption = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // More than once: a terminal signals the whole group, and whoever started us passes it on.
    process.on(name, () => interruption.abort(new Error(`interrupted by ${name}`)))
  }
  try {
    const named = readNamedGateway(env)
    if (named === undefined) return await judgeReleases(options, env, interruption.signal, say)
    const plan = { seed: options.seed, each: options.each }
    const list = await judgeNamed(named, plan, interruption.signal)
    say(report(new URL(named.baseUrl).host, list))
    return list.failed.length === 0 ? 0 : 1
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

process.exitCode = await main(
  process.argv.slice(2),
  process.env, // eslint-disable-line no-restricted-properties -- a command reads its environment, once
)
