import { setImmediate as nextTurn } from 'node:timers/promises'
import { FlagError, parseFlags, usage } from './cli/parse-flags.ts'
import type { Flags } from './cli/parse-flags.ts'
import { createGatewaySimulator } from './create-gateway-simulator.ts'
import type { GatewaySimulator } from './create-gateway-simulator.ts'

const hourMs = 3_600_000
/** The simulator starts with this much traffic, so that a board has a past. */
const pastHours = 26

async function run(flags: Flags): Promise<void> {
  const startsAt = Date.now() - (pastHours * hourMs) / flags.speed
  const simulator = createGatewaySimulator({
    profile: flags.profile,
    seed: flags.seed,
    teams: flags.teams,
    speed: flags.speed,
    flushSeconds: flags.flush,
    startsAt,
    now: () => Date.now(),
    peakHour: new Date().getUTCHours(),
    keepRequestsHours: pastHours / flags.speed,
  })
  const gateway = await simulator.listen({ port: flags.port, host: flags.host })
  const stopping = new AbortController()
  const stop = () => {
    stopping.abort()
    void gateway.close()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stderr.write(`Playing the past ${pastHours} hours of ${flags.teams} teams …\n`)
  await playPast(simulator, startsAt, stopping.signal)
  if (stopping.signal.aborted) return
  process.stdout.write(
    `LITELLM_BASE_URL=${gateway.url}\nLITELLM_API_KEY=${simulator.keys.master}\n`,
  )
  process.stderr.write(
    `LiteLLM ${simulator.profile.version} with ${flags.teams} teams; Ctrl+C ends it.\n`,
  )
  const ticking = setInterval(() => simulator.advance(Date.now()), 1000)
  stopping.signal.addEventListener('abort', () => clearInterval(ticking))
}

/** Works in small steps, so that a signal can end the process in between. */
async function playPast(simulator: GatewaySimulator, startsAt: number, signal: AbortSignal) {
  const stepMs = (Date.now() - startsAt) / 200
  for (let atMs = startsAt; atMs < Date.now() && !signal.aborted; atMs += stepMs) {
    simulator.advance(atMs)
    await nextTurn()
  }
}

function explain(error: unknown, flags: Flags | null): string {
  if (error instanceof FlagError) return `${error.message} See --help.`
  const code = error instanceof Error && 'code' in error ? error.code : null
  const port = flags?.port ?? 0
  if (code === 'EADDRINUSE') return `Port ${port} is taken: choose another with --port.`
  if (code === 'EACCES') return `Port ${port} may not be opened: choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address ${flags?.host ?? ''}: choose another with --host.`
  }
  return `The simulator cannot start: ${error instanceof Error ? error.message : String(error)}.`
}

let flags: Flags | null = null
try {
  flags = parseFlags(process.argv.slice(2))
  if (flags.help) process.stdout.write(usage)
  else await run(flags)
} catch (error) {
  process.stderr.write(`${explain(error, flags)}\n`)
  process.exitCode = 1
}
