import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { command, lastLine } from '../command.ts'
import { Unavailable } from '../unavailable.ts'
import { GatewayFailed } from './gateway-failed.ts'
import { readTruth, type Truth } from './truth.ts'

const Started = z.object({ url: z.string(), master_key: z.string(), config: z.string() })

type Environment = Record<string, string | undefined>

export interface TrafficPlan {
  seed: number
  requests: number
  /** Requests between two looks at the daily rows; a huge one is a storm. */
  wave?: number
}

export interface GenuineGateway {
  /** Of its database, too. */
  name: string
  baseUrl: string
  masterKey: string
  /** The path of its configuration file. */
  config: string
  /** Sends the seeded traffic, waits until it is counted, and tells what was sent. */
  traffic(plan: TrafficPlan): Promise<Truth>
  stop(): Promise<void>
}

/** Drives the scripts of the harness. `signal` interrupts what may be interrupted. */
export interface Harness {
  install(version: string): Promise<void>
  /** `flushSeconds`: between two writes of the counters, at least. */
  start(version: string, flushSeconds?: number): Promise<GenuineGateway>
  /** Runs lines of Python in the environment of one version. */
  python(version: string, lines: string, args: readonly string[]): Promise<unknown>
}

export function createHarness(folder: string, env: Environment, signal: AbortSignal): Harness {
  const script = (name: string) => join(folder, name)

  async function install(version: string) {
    const done = await command(script('install'), [version], { env, signal })
    signal.throwIfAborted()
    if (done.code !== 0)
      throw new Unavailable(`LiteLLM ${version} cannot be installed: ${lastLine(done)}`)
  }

  async function stop(name: string) {
    const done = await command(script('stop'), [name], { env })
    if (done.code !== 0) throw new Error(`the gateway ${name} was not stopped: ${lastLine(done)}`)
  }

  async function start(version: string, flushSeconds = 1): Promise<GenuineGateway> {
    // The name is ours, so that a start which is interrupted can be taken back by it.
    const name = `conformance_${version.replaceAll('.', '_')}_${randomBytes(3).toString('hex')}`
    // No signal: half a start leaves processes that nobody knows.
    const args = [version, '--db', name, '--flush', String(flushSeconds)]
    const done = await command(script('start'), args, { env })
    if (done.code !== 0)
      throw new GatewayFailed(`LiteLLM ${version} does not start: ${lastLine(done)}`)
    const state = Started.parse(JSON.parse(done.stdout))
    if (signal.aborted) await stop(name)
    signal.throwIfAborted()
    return {
      name,
      baseUrl: state.url,
      masterKey: state.master_key,
      config: state.config,
      traffic: (plan) => sendTraffic(script('traffic'), name, plan, { env, signal }),
      stop: () => stop(name),
    }
  }

  async function python(version: string, lines: string, args: readonly string[]): Promise<unknown> {
    const interpreter = join(cacheOf(env), 'real-gateway', version, 'bin', 'python')
    const options = {
      cwd: folder,
      env: { ...env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
      signal,
    }
    const done = await command(interpreter, ['-c', lines, ...args], options)
    if (done.code !== 0) throw new Error(`python failed: ${lastLine(done)}`)
    return JSON.parse(done.stdout)
  }

  return { install, start, python }
}

/** Sends the traffic into one gateway and reads the truth file that this leaves. */
async function sendTraffic(
  file: string,
  name: string,
  { seed, requests, wave = 70 }: TrafficPlan,
  options: { env: Environment; signal: AbortSignal },
): Promise<Truth> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-truth-'))
  try {
    const out = join(folder, 'truth.json')
    const sizes = ['--seed', seed, '--requests', requests, '--wave', wave].map(String)
    const done = await command(file, [...sizes, '--out', out, name], options)
    options.signal.throwIfAborted()
    if (done.code !== 0) throw new GatewayFailed(`the traffic failed: ${lastLine(done)}`)
    return await readTruth(out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Where the harness keeps what it installs. */
function cacheOf(env: Environment): string {
  const named = env['XDG_CACHE_HOME']
  return named === undefined || named === '' ? join(homedir(), '.cache') : named
}
