// A process of its own: a genuine vLLM's answer with counters that grow, and 16 GPUs at /gpus. Ends with its parent.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const captured = new URL('../../packages/inference-metrics/test/captured/', import.meta.url)
const engine = readFileSync(new URL('vllm.prom', captured), 'utf8').split('\n')
const counter = /^(\S+_(?:total|bucket|sum|count)(?:\{.*\})?) (\S+)$/
const parts = engine.map((line) => {
  const [, name, value] = counter.exec(line) ?? []
  return name === undefined ? { line } : { name, value: Number(value) }
})
const families = [
  ['GPU_UTIL', 97],
  ['FB_USED', 72_368],
  ['FB_FREE', 9188],
  ['POWER_USAGE', 412.8],
  ['GPU_TEMP', 51],
] as const

/** After so many answers every counter is that much higher. */
function engineAfter(answers: number): string {
  return parts
    .map((part) => ('line' in part ? part.line : `${part.name} ${part.value * (1 + answers / 90)}`))
    .join('\n')
}

function gpusAfter(answers: number): string {
  const energy = ['TOTAL_ENERGY_CONSUMPTION', 7_000_000 + answers * 2_064_365] as const
  return [...families, energy]
    .flatMap(([name, value]) =>
      Array.from(
        { length: 16 },
        (_, index) =>
          `DCGM_FI_DEV_${name}{gpu="${index}",UUID="GPU-8d1b0000-${index}"} ${value + index}\n`,
      ),
    )
    .join('')
}

const answersOf = new Map<string, number>()

const server = createServer((request, response) => {
  const { url = '' } = request
  const answers = answersOf.get(url) ?? 0
  answersOf.set(url, answers + 1)
  if (url.endsWith('/version')) response.end('{"version":"0.32.0"}')
  else response.end(url === '/gpus' ? gpusAfter(answers) : engineAfter(answers))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('disconnect', () => process.exit(0))
