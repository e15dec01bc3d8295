import { readFileSync } from 'node:fs'
import { parseExposition } from '@podium/inference-metrics'
import { atMost, median, type Figure, type Measure } from '../measure.ts'

const rounds = 40
const bodiesOfRound = 25

const genuine = new URL('../../packages/inference-metrics/test/captured/vllm.prom', import.meta.url)

/** What a scrape of an engine costs beside the least that reading as many bytes costs. */
export const parseScrape: Measure = {
  id: 'p11',
  name: 'P11: parsing the exposition of a genuine vLLM under load',
  run: () => {
    const body = readFileSync(genuine, 'utf8')
    const json = sameAsJson(body)
    const ratios: number[] = []
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const own = timeOf(() => parseExposition(body).ok)
      const limit = timeOf(() => Array.isArray(JSON.parse(json)))
      // The first turns are those of the compiler.
      if (round < rounds / 4) continue
      ratios.push(own / limit)
      times.push(own)
    }
    const figures: Figure[] = [
      atMost(
        `${body.length} bytes in ${(median(times) / bodiesOfRound).toFixed(3)} ms, median`,
        median(ratios),
        '× JSON.parse',
        3,
        'of as many bytes that say the same, same run',
      ),
    ]
    return Promise.resolve(figures)
  },
}

/** The same samples as JSON, as often as the body is long. */
function sameAsJson(body: string): string {
  const parsed = parseExposition(body)
  if (!parsed.ok) throw new Error(parsed.reason)
  const samples = [...parsed.exposition.samples].flatMap(([name, list]) =>
    list.map(({ labels, value }) => ({ name, labels: Object.fromEntries(labels), value })),
  )
  const json: string[] = []
  for (let length = 2, at = 0; length < body.length; at += 1) {
    const text = JSON.stringify(samples[at % samples.length])
    json.push(text)
    length += text.length + 1
  }
  return `[${json.join(',')}]`
}

function timeOf(work: () => boolean): number {
  const start = performance.now()
  for (let at = 0; at < bodiesOfRound; at += 1) if (!work()) throw new Error('it was not read')
  return performance.now() - start
}
