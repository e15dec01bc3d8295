import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

const patienceMs = 60_000

export type Podium = {
  url: string
  /** The answer to a question, which must not be refused. */
  get: (path: string) => Promise<unknown>
  stop: () => Promise<void>
}

/** The real program, in a folder of its own, with these variables and nothing else of ours. */
export async function startPodium(settings: Record<string, string>): Promise<Podium> {
  const cwd = await mkdtemp(join(tmpdir(), 'conformance-podium-'))
  const child = spawn(process.execPath, [main], {
    cwd,
    // Ctrl-C reaches this process only, which then decides what to end and in which order.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: '/usr/bin:/bin', PORT: '0', ...settings },
  })
  const ended = once(child, 'close')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(cwd, { recursive: true, force: true })
  }
  const impatience = setTimeout(() => child.kill('SIGTERM'), patienceMs)
  const address = await addressOf(createInterface(child.stdout))
  clearTimeout(impatience)
  if (address === null) {
    await stop()
    throw new Error('Podium did not tell its address')
  }
  return { url: address, get: (path) => getJson(address + path), stop }
}

async function addressOf(lines: AsyncIterable<string>): Promise<string | null> {
  for await (const line of lines) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address !== undefined) return address
  }
  return null
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${new URL(url).pathname} answers ${response.status}`)
  return response.json()
}
