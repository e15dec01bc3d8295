import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fetchRaw, valueOf } from '../load/fetch-raw.ts'
import { startHammer } from '../load/start-hammer.ts'
import { atLeast, median, type Figure, type Measure } from '../measure.ts'
import { ask, cores, cpuSeconds, end, nextMessage, spawnPinned } from '../pinned.ts'
import { startProduct } from '../servers/start-product.ts'

const connections = 50
/** 8 s of the product in turns this short: what slows the machine down for seconds then slows both. */
const rounds = 32
const secondsOfRound = 0.25
const warmUpSeconds = 4

const honoScript = fileURLToPath(new URL('../servers/hono-server.ts', import.meta.url))
const bareScript = fileURLToPath(new URL('../servers/bare-server.ts', import.meta.url))

type Asking = { server: ChildProcess; port: number; hammer: ChildProcess }
/** `twin` is a second plain Hono app, which shows what the machine makes of identical code. */
type Bench = { product: Asking; hono: Asking; twin: Asking; bare: Asking }
type Asked = { path: string; headers: Record<string, string> }

/** How often a known address is answered, in turns with servers that send the same bytes and do less. */
export const hotAnswers: Measure = {
  id: 'p1',
  name: `P1: hot JSON answers with 200 teams, ${connections} connections`,
  run: async () => {
    await using parts = new AsyncDisposableStack()
    const product = await startProduct({ teams: 200, models: 3, keysPerTeam: 2 })
    parts.defer(() => product.stop())
    const hammer = await startHammer(parts)
    const start = async (script: string) => ({ ...(await startServer(parts, script)), hammer })
    const bench = {
      product: { ...product, hammer },
      hono: await start(honoScript),
      twin: await start(honoScript),
      bare: await start(bareScript),
    }
    const figures: Figure[] = []
    for (const path of ['/tokens', '/api/v1/board'])
      for (const isKnown of [false, true]) figures.push(...(await compare(bench, path, isKnown)))
    return figures
  },
}

async function compare(bench: Bench, path: string, isKnown: boolean): Promise<Figure[]> {
  const url = `http://127.0.0.1:${bench.product.port}${path}`
  const accept = { 'accept-encoding': 'gzip, deflate, br' }
  const { headers: first } = await fetchRaw(url, accept)
  const headers = isKnown ? { ...accept, 'if-none-match': valueOf(first, 'etag') } : accept
  const answer = await fetchRaw(url, headers)
  if (answer.status !== (isKnown ? 304 : 200)) throw new Error(`${path} answered ${answer.status}`)
  for (const { server } of [bench.hono, bench.twin, bench.bare])
    if ((await ask(server, answer)) !== 'ready') throw new Error('a server is not ready')

  const rates = await inTurns(bench, { path, headers })
  const ratio = (of: keyof Bench, to: keyof Bench) =>
    median(rates[of].map((rate, turn) => rate / (rates[to][turn] ?? NaN)))
  const size = answer.body === null ? '304' : `${answer.body.length} bytes of br`
  const name = `${path}, ${size}: ${Math.round(median(rates.product))} a second of the core`
  const noise = `same bytes, same run, where identical code reads ${ratio('twin', 'hono').toFixed(2)}`
  return [
    atLeast(name, ratio('product', 'hono'), '× a plain Hono app', 0.8, `its middleware, ${noise}`),
    atLeast(name, ratio('product', 'bare'), '× a bare server', 0.35, `node:http, ${noise}`),
  ]
}

type Rates = Record<keyof Bench, number[]>

/** One after the other, once all are warm. */
async function inTurns(bench: Bench, asked: Asked): Promise<Rates> {
  const rates: Rates = { product: [], hono: [], twin: [], bare: [] }
  for (const server of Object.values(bench)) await answersOfCore(server, asked, warmUpSeconds)
  for (let round = 0; round < rounds; round += 1)
    for (const name of ['product', 'hono', 'twin', 'bare'] as const)
      rates[name].push(await answersOfCore(bench[name], asked, secondsOfRound))
  return rates
}

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

async function startServer(
  parts: AsyncDisposableStack,
  script: string,
): Promise<Omit<Asking, 'hammer'>> {
  const directory = mkdtempSync(join(tmpdir(), 'podium-log-'))
  parts.defer(() => rmSync(directory, { recursive: true }))
  const output = openSync(join(directory, 'log'), 'a')
  const server = spawnPinned(cores.server, script, { output })
  closeSync(output)
  parts.defer(() => end(server))
  return { server, port: portOf(await nextMessage(server)) }
}

function portOf(message: unknown): number {
  if (typeof message === 'object' && message !== null && 'port' in message)
    return Number(message.port)
  throw new TypeError('a server did not say where it is')
}
