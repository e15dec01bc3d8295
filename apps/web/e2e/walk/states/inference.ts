import type { Page } from 'playwright'
import {
  engineWith,
  gpusWith,
  inferenceWith,
  modelWith,
  noFigures,
} from '../../../test/support/inference.ts'
import { gpusAt, inferenceAt } from '../inference-of.ts'
import { problem, type Twist } from '../world-of.ts'
import type { State } from './state.ts'

const drawn = '.model figure canvas'
const told = (path: string, body: unknown): Twist => ({
  instead: { [path]: { status: 200, body } },
})
const inference = (name: string, other: Partial<State> = {}): State => ({
  name: `inference${name}`,
  sizes: [3],
  path: '/inference',
  ready: drawn,
  says: () => 'qwen3-32b',
  ...other,
})
const openFirst = async (page: Page) => {
  await page.locator('.model figure button').first().click()
  await page.locator('.model figure table').first().waitFor()
}

/** The page of engines and GPUs. */
export const inferenceStates: readonly State[] = [
  inference('', { says: () => 'gpu-node-1' }),
  inference(', a chart as its table', { act: openFirst }),
  inference(', a chart by keyboard', {
    act: async (page) => {
      const chart = page.locator('.model [role=group][tabindex]').first()
      await chart.focus()
      await chart.press('ArrowLeft')
      await page.locator('.tip').waitFor()
    },
  }),
  inference(', disclosures open', {
    act: async (page) => {
      await page.locator('.below summary').first().click()
    },
    says: () => 'vllm:spec_decode_num_accepted_tokens_total',
  }),
  inference(', 16 GPUs', {
    twist: told('/gpus', gpusAt(Date.now(), 16)),
    says: () => 'GPU 15',
  }),
  inference(', no GPU', { twist: told('/gpus', gpusWith([])), says: () => 'GPU_SOURCE' }),
  inference(', metrics off', {
    twist: told(
      '/inference',
      inferenceAt(Date.now(), {
        models: [
          modelWith({
            figures: noFigures,
            verdict: {
              state: 'down',
              reason: 'metrics_off',
              since: new Date().toISOString(),
              evidence: [],
              makers: null,
              advice: ['check_engine'],
            },
          }),
        ],
        engines: [
          engineWith({
            kind: 'sglang',
            state: 'misconfigured',
            reason: 'metrics_off',
            option: '--enable-metrics',
            figures: noFigures,
            missing: [],
          }),
        ],
      }),
    ),
    says: () => '--enable-metrics',
  }),
  inference(', stale', { twist: told('/inference', inferenceWith()) }),
  inference(', no engine', {
    twist: told('/inference', inferenceAt(Date.now(), { models: [], engines: [] })),
    ready: '.empty code',
    says: () => 'INFERENCE_URLS=local=llamacpp+http://127.0.0.1:8080 npm start',
  }),
  inference(', parts that fail', {
    twist: {
      instead: {
        '/gpus': problem(503, 'The store does not answer.'),
        '/inference/series': problem(503, 'The store does not answer.'),
        '/inference/load': problem(503, 'The store does not answer.'),
      },
    },
    ready: '.model .problem',
    says: () => 'The store does not answer.',
    isRefused: true,
  }),
  inference(', cannot be read', {
    twist: { instead: { '/inference': problem(503, 'The store does not answer.') } },
    ready: 'main h2',
    says: () => 'The store does not answer.',
    isRefused: true,
  }),
]
