import { noTotals } from '../counters/follow.ts'
import { defineEngine } from './adapter.ts'
import { countAt, textAt, valueAt } from './details.ts'
import { noGauges, type ModelReading } from './engine-reading.ts'
import { allFigures } from './figure-names.ts'

/** It has no metrics; `/api/ps` says which models are loaded. */
export const ollama = defineEngine({
  kind: 'ollama',
  path: '/api/ps',
  option: null,
  asks: [{ path: '/api/version', read: (answer) => ({ version: textAt(answer, 'version') }) }],
  read: ({ text }) => {
    const models = valueAt(parseJson(text), 'models')
    if (!Array.isArray(models)) return null
    return { startedAt: null, models: models.map((model: unknown) => rowOf(model)) }
  },
})

function rowOf(model: unknown): ModelReading {
  return {
    model: textAt(model, 'name') ?? textAt(model, 'model'),
    ranks: 1,
    contextTokens: countAt(model, 'context_length'),
    kvCapacityTokens: null,
    estimatesAborted: false,
    ...noGauges,
    totals: noTotals,
    missing: allFigures.map((figure) => ({ figure, why: 'engine_has_none', lookedFor: [] })),
  }
}

function parseJson(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // Then it is not Ollama.
    return undefined
  }
}
