import type {
  Budgets,
  GpuSeries,
  Gpus,
  Hours,
  Inference,
  InferenceLoad,
  InferenceSeries,
  Matrix,
  Models,
  Race,
  SeriesAnswer,
  UsageAnswer,
} from '@podium/contracts'
import { answerWith, type Guard } from './guards.ts'
import type { WindowQuery } from './window-query.ts'
import type { QueryValue } from './request.ts'

/** What a card asks; the same question is its file and its JSON. */
export type Question<T> = {
  /** Of the route under `/api/v1`, and of the export. */
  name:
    | 'usage'
    | 'series'
    | 'models'
    | 'matrix'
    | 'hours'
    | 'budgets'
    | 'race'
    | 'inference'
    | 'inference/series'
    | 'inference/load'
    | 'gpus'
    | 'gpus/series'
  query: Readonly<Record<string, QueryValue>>
  isAnswer: Guard<T>
}

type Parts = WindowQuery & Readonly<Record<string, QueryValue>>

const asking =
  <T extends object>(name: Question<T>['name'], isAnswer: Guard<T>) =>
  (query: Parts): Question<T> => ({ name, query, isAnswer })

export const askUsage = asking(
  'usage',
  answerWith<UsageAnswer>({ rows: 'list', totals: 'object', window: 'object', balance: 'object' }),
)
export const askSeries = asking(
  'series',
  answerWith<SeriesAnswer>({ starts: 'list', lines: 'list', window: 'object' }),
)
export const askModels = asking(
  'models',
  answerWith<Models>({ models: 'list', totals: 'object', window: 'object' }),
)
export const askMatrix = asking(
  'matrix',
  answerWith<Matrix>({ teams: 'list', models: 'list', cells: 'list', window: 'object' }),
)
export const askHours = asking('hours', answerWith<Hours>({ cells: 'list', window: 'object' }))
export const askBudgets = asking('budgets', answerWith<Budgets>({ budgets: 'list' }))

export const askInference = asking(
  'inference',
  answerWith<Inference>({ models: 'list', engines: 'list', goals: 'object' }),
)
export const askInferenceSeries = asking(
  'inference/series',
  answerWith<InferenceSeries>({ starts: 'list', lines: 'list', window: 'object' }),
)
export const askInferenceLoad = asking(
  'inference/load',
  answerWith<InferenceLoad>({ models: 'list', unlinked: 'object' }),
)
export const askGpus = asking(
  'gpus',
  answerWith<Gpus>({ gpus: 'list', sources: 'list', totals: 'object' }),
)
export const askGpuSeries = asking(
  'gpus/series',
  answerWith<GpuSeries>({ starts: 'list', lines: 'list', window: 'object' }),
)
export const askRace = asking(
  'race',
  answerWith<Race>({ at: 'list', lines: 'list', window: 'object' }),
)
