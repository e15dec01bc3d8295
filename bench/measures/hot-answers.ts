import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fetchRaw, valueOf } from '../load/fetch-raw.ts'
import { atLeast, median, type Figure, type Measure } from '../measure.ts'
import { ask, cores, cpuSeconds, end, nextMessage, spawnPinned } from '../pinned.ts'
import { startProduct } from '../servers/start-product.ts'

const connections = 50
/** 8 s of the product in turns this short: what slows the machine down for seconds then slows both. */
const rounds = 32
const secondsOfRound = 0.25
const warmUpSeconds = 4

const bareScript = fileURLToPath(new URL('../servers/bare-server.ts', import.meta.url))
const hammerScript = fileURLToPath(new URL('../load/hammer.ts', import.meta.url))

type Asking = { server: ChildProcess; port: number; hammer: ChildProcess }
/** `twin` is a second bare server, which shows what the machine makes of identical code. */
type Bench = { product: Asking; bare: Asking; twin: Asking }
type Asked = { path: string; headers: Record<string, string> }

/** How often a known address is answered, between two turns of a bare server that writes the same bytes. */
export const hotAnswers: Measure = {
  id: 'p1',
  name: `P1: hot JSON answers with 200 teams, ${connections} connections`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const product = await startProduct({ teams: 200, models: 3, keysPerTeam: 2 })
    parts.defer(() => product.stop())
    const hammer = await startHammer(parts)
    const bare = { ...(await startBare(parts)), hammer }
    const twin = { ...(await startBare(parts)), hammer }
    const bench = { product: { ...product, hammer }, bare, twin }
    const figures: Figure[] = []
    for (const path of ['/tokens', '/api/v1/board'])
      for (const isKnown of [false, true]) figures.push(await compare(bench, path, isKnown))
    return figures
  },
}

async function compare({ product, bare, twin }: Bench, path: string, isKnown: boolean) {
  const url = `http://127.0.0.1:${product.port}${path}`
  const accept = { 'accept-encoding': 'gzip, deflate, br' }
  const { headers: first } = await fetchRaw(url, accept)
  const headers = isKnown ? { ...accept, 'if-none-match': valueOf(first, 'etag') } : accept
  const answer = await fetchRaw(url, headers)
  if (answer.status !== (isKnown ? 304 : 200)) throw new Error(`${path} answered ${answer.status}`)
  for (const { server } of [bare, twin])
    if ((await ask(server, answer)) !== 'ready') throw new Error('a bare server is not ready')

  const { own, ofTwin } = await inTurns({ product, bare, twin }, { path, headers })
  const size = answer.body === null ? '304' : `${answer.body.length} bytes of br`
  return atLeast(
    `${path}, ${size}: ${Math.round(median(own.rates))} of ${Math.round(median(own.limits))} a second of the core`,
    median(own.ratios),
    '× a bare server',
    isKnown ? 0.95 : 0.9,
    `the same bytes from node:http, same run, where identical code reads ${median(ofTwin.ratios).toFixed(2)}`,
  )
}

/** Bare – product – bare – twin – bare, one after the other, once all are warm. */
async function inTurns({ product, bare, twin }: Bench, asked: Asked) {
  for (const server of [product, bare, twin]) await answersOfCore(server, asked, warmUpSeconds)
  const turn = (server: Asking) => answersOfCore(server, asked, secondsOfRound)
  const own = newTurns()
  const ofTwin = newTurns()
  let before = await turn(bare)
  for (let round = 0; round < rounds; round += 1)
    for (const [server, seen] of [
      [product, own],
      [twin, ofTwin],
    ] as const) {
      const rate = await turn(server)
      const after = await turn(bare)
      seen.rates.push(rate)
      seen.limits.push(after)
      seen.ratios.push((2 * rate) / (before + after))
      before = after
    }
  return { own, ofTwin }
}

type Turns = { rates: number[]; limits: number[]; ratios: number[] }

const newTurns = (): Turns => ({ rates: [], limits: [], ratios: [] })

/** Answers a second of the server's own time. */
export async function answersOfCore(
  { server, port, hammer }: Asking,
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

async function startBare(parts: AsyncDisposableStack): Promise<Omit<Asking, 'hammer'>> {
  const server = spawnPinned(cores.server, bareScript)
  parts.defer(() => end(server))
  return { server, port: portOf(await nextMessage(server)) }
}

function portOf(message: unknown): number {
  if (typeof message === 'object' && message !== null && 'port' in message)
    return Number(message.port)
  throw new TypeError('a server did not say where it is')
}
