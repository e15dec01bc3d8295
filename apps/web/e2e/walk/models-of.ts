import type { Hours, Matrix, Models } from '@podium/contracts'
import { leftOut, windowAt } from './board-of.ts'
import { balanceOf } from './balance-of.ts'
import type { Cast } from './cast.ts'
import { usageOf } from './usage-of.ts'

/** Names as gateways have them: short, long, and one that is a path. */
export const modelsOfWorld = [
  'gpt-5-mini',
  'claude-sonnet-4-5-20250929',
  'Workshop/Anthropic/claude-haiku-4.5-with-a-very-long-name',
  'gemini-flash',
  'text-embed-3',
  'qwen3-coder-480b-a35b-instruct-fp8',
]

const price = { input: 0.25, output: 2, cache_read: 0.025, cache_creation: null }

export function modelsOf(now: number): Models {
  return {
    data_version: 1,
    window: windowAt(now),
    balance: balanceOf('tokens', 384_213_907, 1_204_381),
    left_out: leftOut,
    models: modelsOfWorld.map((model, index) => {
      const usage = usageOf(index === 5 ? 8 : index + 1)
      return {
        model,
        provider: model.split(/[-/]/)[0] ?? null,
        underlying: [index < 2 ? 'openai/gpt-5-mini' : `own/${model}`],
        list_price: index === 5 ? null : price,
        paid_per_1m_tokens:
          usage.cost_per_1k_tokens === null ? null : 1000 * usage.cost_per_1k_tokens,
        teams: 3,
        share: 1 / (index + 2),
        cache_saving_usd: index % 2 === 0 ? 1.25 : null,
        usage,
      }
    }),
    totals: usageOf(1),
  }
}

export function matrixOf(search: URLSearchParams, cast: Cast, now: number): Matrix {
  const measure = matrixMeasureOf(search.get('measure'))
  const models = cast.length === 0 ? [] : modelsOfWorld
  const value = (place: number): number | null =>
    place % 7 === 3 ? null : measure === 'success' ? 100 - (place % 9) : valueAt(measure, place)
  return {
    data_version: 1,
    window: windowAt(now),
    balance: balanceOf('tokens', 384_213_907, 1_204_381),
    left_out: leftOut,
    measure,
    teams: [...cast],
    models,
    cells: cast.map((_, line) => models.map((__, column) => value(1 + line + 3 * column))),
    totals: {
      teams: cast.map((_, line) => valueAt(measure, line + 1)),
      models: models.map((_, column) => valueAt(measure, column + 1)),
      all: valueAt(measure, 1),
    },
  }
}

export function hoursOf(now: number): Hours {
  return {
    data_version: 1,
    window: windowAt(now),
    balance: balanceOf('tokens', 384_213_907, 1_204_381),
    left_out: leftOut,
    measure: 'tokens',
    cells: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (__, hour) =>
        day === 5 && hour < 15 && hour !== 3
          ? Math.round(9_213_907 * Math.sin(hour / 5) ** 2)
          : null,
      ),
    ),
    unplaced_total: 0,
  }
}

function valueAt(measure: Matrix['measure'], place: number): number | null {
  const usage = usageOf(place)
  if (measure === 'spend') return usage.spend_usd
  if (measure === 'cost_per_1k_tokens') return usage.cost_per_1k_tokens
  return measure === 'requests' ? usage.requests : usage.tokens
}

function matrixMeasureOf(text: string | null): Matrix['measure'] {
  return text === 'spend' ||
    text === 'requests' ||
    text === 'success' ||
    text === 'cost_per_1k_tokens'
    ? text
    : 'tokens'
}
