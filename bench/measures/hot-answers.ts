import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fetchRaw, valueOf } from '../load/fetch-raw.ts'
import { atLeast, median, type Figure, type Measure } from '../measure.ts'
import { ask, cores, cpuSeconds, end, nextMessage, spawnPinned } from '../pinned.ts'
import { startProduct, type Product } from '../servers/start-product.ts'

const connections = 50
/** 8 s of the product, between 10 s of the limit. */
const rounds = 4
const secondsOfRound = 2

const bareScript = fileURLToPath(new URL('../servers/bare-server.ts', import.meta.url))
const hammerScript = fileURLToPath(new URL('../load/hammer.ts', import.meta.url))

/** How often a known address is answered, beside a bare server that writes the same bytes. */
export function hotAnswers(id: string, teams: number): Measure {
  return {
    id,
    name: `${id.toUpperCase()}: hot JSON answers with ${teams} teams, ${connections} connections`,
    run: async () => {
      await using parts = new AsyncDisposableStack()
      const product = await startProduct({ teams, models: 3, keysPerTeam: 2 })
      parts.defer(() => product.stop())
      const bare = spawnPinned(cores.server, bareScript)
      parts.defer(() => end(bare))
      const hammer = spawnPinned(cores.client, hammerScript)
      parts.defer(() => end(hammer))
      const [said] = await Promise.all([nextMessage(bare), nextMessage(hammer)])
      const bench = { product, bare, barePort: portOf(said), hammer }
      const figures: Figure[] = []
      for (const path of ['/tokens', '/api/v1/board'])
        for (const isKnown of [false, true]) figures.push(await compare(bench, path, isKnown))
      return figures
    },
  }
}

type Bench = { product: Product; bare: ChildProcess; barePort: number; hammer: ChildProcess }

async function compare(bench: Bench, path: string, isKnown: boolean): Promise<Figure> {
  const url = `http://127.0.0.1:${bench.product.port}${path}`
  const accept = { 'accept-encoding': 'gzip, deflate, br' }
  const { headers: first } = await fetchRaw(url, accept)
  const asked = isKnown ? { ...accept, 'if-none-match': valueOf(first, 'etag') } : accept
  const answer = await fetchRaw(url, asked)
  const ready = await ask(bench.bare, answer)
  if (ready !== 'ready' || answer.status !== (isKnown ? 304 : 200))
    throw new Error(`${path} answered ${answer.status}`)

  const limit = { server: bench.bare, port: bench.barePort }
  // Both have met their question before it counts.
  await rate(bench, bench.product, path, asked)
  await rate(bench, limit, path, asked)
  const bareRates: number[] = [await rate(bench, limit, path, asked)]
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = bareRates.at(-1) ?? NaN
    const own = await rate(bench, bench.product, path, asked)
    const after = await rate(bench, limit, path, asked)
    bareRates.push(after)
    rates.push(own)
    ratios.push((2 * own) / (before + after))
  }
  const size = answer.body === null ? '304' : `${answer.body.length} bytes of br`
  const seen = `${Math.round(median(rates))} of ${Math.round(median(bareRates))} a second of the core`
  return atLeast(
    `${path}, ${size}: ${seen}`,
    median(ratios),
    '× a bare server',
    isKnown ? 0.95 : 0.9,
    'the same bytes from node:http, same run',
  )
}

/** Answers a second of the server's own time: what else goes on here then hardly matters. */
async function rate(
  { hammer }: Bench,
  { server, port }: { server: ChildProcess; port: number },
  path: string,
  asked: Record<string, string>,
): Promise<number> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...asked })
  const head = `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  const before = cpuSeconds(server)
  const answers = await ask(hammer, { port, head, connections, seconds: secondsOfRound })
  return Number(answers) / (cpuSeconds(server) - before)
}

function portOf(message: unknown): number {
  if (typeof message === 'object' && message !== null && 'port' in message)
    return Number(message.port)
  throw new TypeError('a server did not say where it is')
}
