import type { Gpus, Inference, InferenceLoad } from '@podium/contracts'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { RequestError } from '../../../src/api/request-error.ts'
import InferencePage from '../../../src/pages/InferencePage.vue'
import { expectAccessible } from '../../support/expect-accessible.ts'
import {
  engineWith,
  gpusWith,
  gpuWith,
  inferenceWith,
  loadWith,
  modelWith,
  noFigures,
  scrapedAt,
} from '../../support/inference.ts'
import { gpuSeriesOf, seriesOf } from '../../support/inference-over-time.ts'
import { renderPage } from '../../support/render-page.ts'

beforeEach(() => page.viewport(1280, 1200))

type World = { inference?: Inference | Error; gpus?: Gpus; load?: InferenceLoad }

async function shown({
  inference = inferenceWith(),
  gpus = gpusWith([gpuWith(0)]),
  load = loadWith(),
}: World = {}) {
  const asked: string[] = []
  const models = inference instanceof Error ? [] : inference.models.map(({ model }) => model)
  const answers: Record<string, (query: Record<string, unknown>) => unknown> = {
    inference: () => inference,
    'inference/series': ({ metric }) => seriesOf(Array.isArray(metric) ? metric : [], models),
    'inference/load': () => load,
    gpus: () => gpus,
    'gpus/series': () => gpuSeriesOf(gpus.gpus.map(({ gpu }) => gpu)),
  }
  const rendered = await renderPage(InferencePage, {
    api: {
      answer: ({ name, query, isAnswer }) => {
        asked.push(name)
        const answer: unknown = answers[name]?.(query)
        if (answer instanceof Error) return Promise.reject(answer)
        if (!isAnswer(answer)) throw new Error(`${name} has another shape`)
        return Promise.resolve(answer)
      },
    },
  })
  const text = () => rendered.container.textContent.replaceAll(/[\s\u00A0\u202F]+/g, ' ')
  await expect.poll(text).toMatch(/engine|could not/i)
  return { ...rendered, text, asked }
}

function termsOf(element: Element | null): Record<string, string> {
  const rows = [...(element?.querySelectorAll('dl > div') ?? [])]
  return Object.fromEntries(
    rows.map((row) => [
      row.querySelector('dt')?.textContent.trim() ?? '',
      (row.querySelector('dd')?.textContent ?? '').replaceAll(/[\s\u00A0]+/g, ' ').trim(),
    ]),
  )
}

test('a full model says what is wrong, from what, who makes it, and what helps', async () => {
  const { container, text } = await shown()
  const verdict = container.querySelector('[data-state]')
  expect(verdict?.getAttribute('data-state')).toBe('saturated')
  expect(verdict?.textContent.replaceAll('\u00A0', ' ').trim()).toBe(
    '14 requests wait and the KV cache is at 96 %. First tokens come later.',
  )
  expect(text()).toContain('Byte Club and Latent Lions make 71 % of the load')
  expect(text()).toContain('14 waiting, in 27 readings over 130 s')
  expect([...container.querySelectorAll('.advice li')].map((one) => one.textContent)).toEqual([
    'Send shorter prompts.',
    'Send fewer requests at once.',
    'Give the KV cache more memory, or the model a shorter context.',
  ])
})

test('the figures of a model have their exact terms; a bound is a bound', async () => {
  const { container } = await shown()
  expect(termsOf(container.querySelector('.model'))).toEqual({
    Running: '32',
    Waiting: '14',
    'KV cache': '96 %',
    'Tokens per second': '4,180',
    'Time to first token p50': '< 0.3 s',
    'Time to first token p95': '≥ 80 s',
    'Between tokens p50': '20 ms',
    'Between tokens p95': '48 ms',
    'Queue time mean': '0.9 s',
    'Prefix cache hits': '61 %',
    Preemptions: '3',
  })
})

test('what is not known says so, and an engine with its metrics off names the flag', async () => {
  const { container, text } = await shown({
    inference: inferenceWith({
      models: [
        modelWith({
          model: 'gpu-02',
          figures: noFigures,
          verdict: {
            state: 'down',
            reason: 'metrics_off',
            since: scrapedAt,
            evidence: [],
            makers: null,
            advice: ['check_engine'],
          },
          engines: ['gpu-02'],
        }),
      ],
      engines: [
        engineWith({
          engine: 'gpu-02',
          kind: 'sglang',
          model: null,
          state: 'misconfigured',
          reason: 'metrics_off',
          option: '--enable-metrics',
          figures: noFigures,
          window: null,
          missing: [],
        }),
      ],
    }),
  })
  expect(new Set(Object.values(termsOf(container.querySelector('.model'))))).toEqual(
    new Set(['not known']),
  )
  expect(text()).toContain('gpu-02 has its metrics switched off. Start it with:')
  expect(container.querySelector('.off code')?.textContent).toBe('--enable-metrics')
})

test.each([0, 1, 16])('%i GPUs are articles with their figures', async (count) => {
  const gpus = Array.from({ length: count }, (_, index) => gpuWith(index))
  const { container, text } = await shown({ gpus: gpusWith(gpus) })
  await expect.poll(() => container.querySelectorAll('article').length).toBe(count)
  if (count === 0) expect(text()).toContain('No GPU is known.')
  else
    expect(termsOf(container.querySelector('article'))).toEqual({
      Busy: '97 %',
      Memory: '70.7 of 79.6 GiB',
      Power: '413 of 700 W',
      Temperature: '51 °C',
      Energy: '24.8 kJ',
    })
})

test('a GPU that is gone stays, with when it was last seen', async () => {
  const gone = gpuWith(1, { gone: true, utilization_ratio: null, engines: [], known_by: null })
  const { container } = await shown({ gpus: gpusWith([gpuWith(0), gone]) })
  await expect
    .poll(() => container.querySelector('.gone')?.textContent)
    .toContain('gone, last seen')
  expect(container.querySelector('.gone')?.textContent).toContain('engine not known')
})

test('energy is told per token, with its boundary and inputs, or why it is not known', async () => {
  const { container, text } = await shown()
  await expect.poll(() => container.querySelector('section.energy dl')).not.toBeNull()
  expect(termsOf(container.querySelector('section.energy'))).toEqual({
    'Joules per 1,000 generated tokens': '318 J',
    'Net of idle': '281 J',
    'Joules per 1,000 tokens': '68.7 J',
    'Idle energy': '9.4 kJ',
    'Cost per million tokens, in use': '$0.0061',
    'Cost per million tokens, idle included': '$0.0069',
    'Cheapest hosted model': '$0.63 gpt-5-mini',
    'CO₂ per million tokens': '7.83 g',
    'Drawn now': '413 W',
  })
  expect(text()).toContain('with PUE 1.2, last 10 minutes, 251 k generated tokens')
})

test('the load names teams, traffic without one, and what is not via the gateway', async () => {
  const { container } = await shown()
  await expect.poll(() => container.querySelector('.load table')).not.toBeNull()
  const rows = [...container.querySelectorAll('.load tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll(/[\s\u00A0]+/g, ' ').trim()),
  )
  expect(rows).toEqual([
    ['Byte Club', 'qwen3-32b', '4,820', '38.3 %'],
    ['Unassigned', 'qwen3-32b', '153', '1.2 %'],
    ['Not via the gateway', 'qwen3-32b', '233', '1.8 %'],
  ])
})

test('each chart has its name, its numbers as a table and its file', async () => {
  const { container } = await shown()
  await expect.poll(() => container.querySelectorAll('.model figure').length).toBe(4)
  const figures = [...container.querySelectorAll('.model figure')]
  expect(
    figures.map((one) => one.querySelector('figcaption')?.firstChild?.textContent?.trim()),
  ).toEqual(['Time to first token', 'Between tokens', 'Requests', 'KV cache'])
  const [first] = figures
  expect(first?.querySelector('a')?.getAttribute('href')).toContain(
    '/api/v1/export/inference-series.csv?metric=ttft_p50&metric=ttft_p95&model=qwen3-32b',
  )
  first?.querySelector<HTMLElement>('button')?.click()
  await expect.poll(() => first?.querySelectorAll('tbody tr').length).toBe(60)
  const cells = [...(first?.querySelector('tbody tr')?.children ?? [])].map((one) =>
    one.textContent.replaceAll('\u00A0', ' ').trim(),
  )
  expect(cells).toEqual(['Nov 29, 13:04', '0.50 s', '1.40 s', '200'])
})

test('without engines the page says how to connect one, and still shows GPUs', async () => {
  const { container, text } = await shown({
    inference: inferenceWith({ models: [], engines: [], as_of: null }),
  })
  expect(text()).toContain('No engine is connected')
  expect(container.querySelectorAll('code').length).toBe(4)
  await expect.poll(() => container.querySelectorAll('article').length).toBe(1)
})

test('what cannot be read says why', async () => {
  const { text } = await shown({ inference: new RequestError('timeout', 'too slow') })
  expect(text()).toContain('The engines could not be read')
})

test('a new scrape is asked for', async () => {
  const { asked, change } = await shown()
  const before = asked.length
  change()
  await expect.poll(() => asked.length).toBe(2 * before)
})

test.each(['light', 'dark'])('the page is accessible in the %s theme', async (theme) => {
  document.documentElement.dataset['theme'] = theme
  const { container } = await shown()
  await expect.poll(() => container.querySelectorAll('canvas').length).toBe(5)
  await expectAccessible(container)
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
})

test.each([
  ['auth', 'INFERENCE_API_KEY'],
  ['forbidden', 'INFERENCE_API_KEY'],
  ['not_found', '--enable-metrics'],
  ['timeout', 'in time'],
] as const)(
  'an engine with %s is told in words of engines, not of the gateway',
  async (reason, word) => {
    const down = {
      ...modelWith().verdict,
      ...{ state: 'down' as const, reason, evidence: [], makers: null, advice: [] },
    }
    const engine = engineWith({
      state: 'down',
      reason,
      stale: true,
      figures: noFigures,
      missing: [],
    })
    const { container, text } = await shown({
      inference: inferenceWith({
        models: [modelWith({ figures: noFigures, verdict: down })],
        engines: [engine],
      }),
    })
    await expect.poll(() => container.querySelector('.silent')?.textContent).toContain(word)
    expect(text()).not.toMatch(/LITELLM_API_KEY|LiteLLM gateway/)
  },
)

test.each([
  ['auth', 'dcgm cannot be read. It wants a key, and sources of GPUs get none.'],
  ['timeout', 'dcgm cannot be read. It does not answer in time.'],
] as const)('a source of GPUs with %s says why', async (reason, sentence) => {
  const source = { id: 'dcgm', kind: null, state: 'down' as const, reason, scraped_at: null }
  const { text } = await shown({ gpus: { ...gpusWith([]), sources: [source] } })
  await expect.poll(text).toContain(sentence)
})

test('an engine that nobody has heard of yet is named once', async () => {
  const engine = engineWith({ engine: 'gpu-01', kind: null, model: null, state: 'pending' })
  const { container } = await shown({
    inference: inferenceWith({
      models: [modelWith({ model: 'gpu-01', engines: ['gpu-01'] })],
      engines: [engine],
    }),
  })
  await expect.poll(() => container.querySelector('.model .head')?.textContent).toContain('gpu-01')
  expect(container.querySelector('.model .head')?.textContent.match(/gpu-01/g)).toHaveLength(1)
})
