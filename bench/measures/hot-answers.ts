import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fetchRaw, valueOf } from '../load/fetch-raw.ts'
import { atLeast, median, type Figure, type Measure } from '../measure.ts'
import { ask, cores, cpuSeconds, end, nextMessage, spawnPinned } from '../pinned.ts'
import { startProduct } from '../servers/start-product.ts'

const connections = 50
const rounds = 8
const secondsOfRound = 2
const warmUpSeconds = 4

const bareScript = fileURLToPath(new URL('../servers/bare-server.ts', import.meta.url))
const hammerScript = fileURLToPath(new URL('../load/hammer.ts', import.meta.url))

/** A server, and who asks nobody else. */
type Pair = { server: ChildProcess; port: number; hammer: ChildProcess }
type Bench = { product: Pair; bare: Pair }
type Asked = { path: string; headers: Record<string, string> }

/** How often a known address is answered, beside a bare server that writes the same bytes at the same time. */
export const hotAnswers: Measure = {
  id: 'p1',
  name: `P1: hot JSON answers with 200 teams, ${connections} connections`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const product = await startProduct({ teams: 200, models: 3, keysPerTeam: 2 })
    parts.defer(() => product.stop())
    const [hammer, bare] = await Promise.all([startHammer(parts), startBare(parts)])
    const bench: Bench = { product: { ...product, hammer }, bare }
    const figures: Figure[] = []
    for (const path of ['/tokens', '/api/v1/board'])
      for (const isKnown of [false, true]) figures.push(await compare(bench, path, isKnown))
    return figures
  },
}

async function compare({ product, bare }: Bench, path: string, isKnown: boolean) {
  const url = `http://127.0.0.1:${product.port}${path}`
  const accept = { 'accept-encoding': 'gzip, deflate, br' }
  const { headers: first } = await fetchRaw(url, accept)
  const headers = isKnown ? { ...accept, 'if-none-match': valueOf(first, 'etag') } : accept
  const answer = await fetchRaw(url, headers)
  if (answer.status !== (isKnown ? 304 : 200)) throw new Error(`${path} answered ${answer.status}`)
  if ((await ask(bare.server, answer)) !== 'ready') throw new Error('the bare server is not ready')

  const { ratio, rate, rateOfLimit } = await race(product, bare, { path, headers })
  const size = answer.body === null ? '304' : `${answer.body.length} bytes of br`
  return atLeast(
    `${path}, ${size}: ${Math.round(rate)} of ${Math.round(rateOfLimit)} a second of the core`,
    ratio,
    '× a bare server',
    isKnown ? 0.95 : 0.9,
    'the same bytes from node:http at the same time',
  )
}

/** Both on one core at once, and warm for as long: whatever else slows the machine down slows down both. */
async function race(own: Pair, limit: Pair, asked: Asked) {
  const both = (seconds: number) =>
    Promise.all([own, limit].map((pair) => answersOfCore(pair, asked, seconds)))
  await both(warmUpSeconds)
  const rates: number[][] = []
  for (let round = 0; round < rounds; round += 1) rates.push(await both(secondsOfRound))
  const ratios = rates.map(([rate = NaN, limitRate = NaN]) => rate / limitRate)
  return {
    ratio: median(ratios),
    rate: median(rates.map(([rate = NaN]) => rate)),
    rateOfLimit: median(rates.map(([, limitRate = NaN]) => limitRate)),
  }
}

/** Answers a second of the server's own time. */
export async function answersOfCore(
  { server, port, hammer }: Pair,
  { path, headers }: Asked,
  seconds: number,
): Promise<number> {
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers })
  const head = `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  const before = cpuSeconds(server)
  const answers = await ask(hammer, { port, head, connections, seconds })
  return Number(answers) / (cpuSeconds(server) - before)
}

export async function startHammer(parts: AsyncDisposableStack): Promise<ChildProcess> {
  const hammer = spawnPinned(cores.client, hammerScript)
  parts.defer(() => end(hammer))
  await nextMessage(hammer)
  return hammer
}

async function startBare(parts: AsyncDisposableStack): Promise<Pair> {
  const server = spawnPinned(cores.server, bareScript)
  parts.defer(() => end(server))
  const port = portOf(await nextMessage(server))
  return { server, port, hammer: await startHammer(parts) }
}

function portOf(message: unknown): number {
  if (typeof message === 'object' && message !== null && 'port' in message)
    return Number(message.port)
  throw new TypeError('a server did not say where it is')
}
