import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }
import { ConfigError, parseConfig, type Config } from './config.ts'
import { startPodium, type Podium } from './start-podium.ts'
import { StoreError } from './store/store-error.ts'
import { createTerminal } from './terminal/create-terminal.ts'
import type { Terminal } from './terminal/terminal.ts'

const exit = { ok: 0, fault: 1, config: 78, twice: 130 }
const spaDirectory = fileURLToPath(new URL('../../web/dist', import.meta.url))

const write = {
  out: (text: string) => process.stdout.write(text),
  error: (text: string) => process.stderr.write(text),
}

// A terminal that went away (`npm start | head -1`) is no reason to stop.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

function readConfig(): Config | null {
  try {
    return parseConfig(process.env, (path) => readFileSync(path, 'utf8'))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    write.error(error.problems.map((problem) => `${problem}\n`).join(''))
    return null
  }
}

async function start(config: Config, terminal: Terminal): Promise<Podium | null> {
  try {
    return await startPodium({
      config,
      terminal,
      spaDirectory,
      version: manifest.version,
      now: Date.now,
      random: Math.random,
    })
  } catch (error) {
    const sentence = startProblem(error, config)
    if (sentence === null) terminal.fault(error, null)
    else terminal.warn(sentence)
    return null
  }
}

/** A sentence about what a person can mend; `null` is a fault of ours. */
function startProblem(error: unknown, config: Config): string | null {
  if (error instanceof StoreError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is taken: stop what uses it, or set PORT to another one.`
  if (code === 'EACCES')
    return `Port ${config.port} may not be used by this user: set PORT to another one.`
  // Whatever else a listener can say is about its address: EADDRNOTAVAIL, EINVAL, EAFNOSUPPORT, ENOTFOUND, EAI_AGAIN.
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined
  return call === 'listen' || call === 'getaddrinfo' ? 'HOST is no address of this machine.' : null
}

/** One Ctrl-C reaches us several times: from the terminal, and passed on by npm and the bootstrap. */
const echoMs = 300

/** Resolves at the first signal; a second one ends the process on the spot. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let endingSince = Infinity
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (performance.now() - endingSince > echoMs) process.exit(exit.twice)
        endingSince = Math.min(endingSince, performance.now())
        resolve()
      })
  })
}

async function main(): Promise<number> {
  const config = readConfig()
  if (config === null) return exit.config
  const terminal = createTerminal(config, write)
  process.on('uncaughtException', (error) => {
    terminal.fault(error, null)
    process.exit(exit.fault)
  })
  const signal = firstSignal()
  const podium = await start(config, terminal)
  if (podium === null) return exit.fault
  // A fault while it ends by itself is no news.
  const failure = podium.failed.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  const failed = await Promise.race([signal.then(() => null), failure])
  if (failed !== null) {
    const sentence = startProblem(failed.error, config)
    if (sentence !== null) terminal.warn(sentence)
    else {
      terminal.fault(failed.error, null)
      terminal.warn('The collector cannot go on, so Podium stops.')
    }
  }
  await podium.close()
  return failed === null ? exit.ok : exit.fault
}

process.exitCode = await main()
// What still hangs, such as an export to a collector that does not answer, must not keep the process.
setTimeout(() => process.exit(), 1000).unref()
