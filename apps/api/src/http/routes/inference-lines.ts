import { Gpu, InferenceEngine, InferenceFigures, InferenceSeriesLine } from '@podium/contracts'
import { z } from 'zod'
import {
  engineColumns,
  gpuColumns,
  gpuSeriesColumns,
  inferenceSeriesColumns,
  latencyColumns,
  loadColumns,
} from '../../analytics/export/inference-tables.ts'

/** What an object of each JSON file about engines holds. A column is described as the field that it is. */

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable()

function lineOf(
  columns: readonly string[],
  described: ReadonlyMap<string, string>,
  others: string,
): z.ZodObject {
  return z.object(
    Object.fromEntries(
      columns.map((name) => [name, Value.meta({ description: described.get(name) ?? others })]),
    ),
  )
}

function descriptionsOf(shape: z.ZodRawShape): Map<string, string> {
  const described = new Map<string, string>()
  for (const [name, field] of Object.entries(shape))
    if ('description' in field && typeof field.description === 'string')
      described.set(name, field.description)
  return described
}

export const EngineLine = lineOf(
  [...engineColumns, ...latencyColumns],
  new Map([...descriptionsOf(InferenceFigures.shape), ...descriptionsOf(InferenceEngine.shape)]),
  'As in `GET /api/v1/inference`; of a latency the mean and quantiles in seconds, with their bounds and how many.',
)

const ofSeries = new Map([
  ...descriptionsOf(InferenceSeriesLine.shape),
  ['start', 'When the bucket begins; `null` is what no bucket can show.'],
  ['value', 'The value of the bucket; `null` is not known.'],
])

export const InferenceSeriesFileLine = lineOf(
  inferenceSeriesColumns,
  ofSeries,
  'As in `GET /api/v1/inference/series`.',
)

export const GpuLine = lineOf(gpuColumns, descriptionsOf(Gpu.shape), 'As in `GET /api/v1/gpus`.')

export const GpuSeriesFileLine = lineOf(
  gpuSeriesColumns,
  new Map([...ofSeries, ['gpu', 'The UUID of the GPU.']]),
  'As in `GET /api/v1/gpus/series`.',
)

export const LoadLine = lineOf(
  loadColumns,
  new Map([
    [
      'kind',
      '`team`, `unassigned` (no team) or `not_via_gateway`: what engines counted beyond the gateway.',
    ],
  ]),
  'As in `GET /api/v1/inference/load`.',
)
