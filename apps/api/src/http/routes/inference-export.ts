import { Gpus, GpuSeries, Inference, InferenceLoad, InferenceSeries } from '@podium/contracts'
import {
  gpuSeriesTable,
  gpusTable,
  inferenceLoadTable,
  inferenceSeriesTable,
  inferenceTable,
} from '../../analytics/export/inference-tables.ts'
import type { InferenceContext } from '../../queries/inference/context.ts'
import { filesOf } from './files-of.ts'
import { gpusRoute } from './gpus.ts'
import {
  EngineLine,
  GpuLine,
  GpuSeriesFileLine,
  InferenceSeriesFileLine,
  LoadLine,
} from './inference-lines.ts'
import { inferenceLoadRoute } from './inference-load.ts'
import { gpuSeriesRoute, inferenceSeriesRoute } from './inference-series.ts'
import { inferenceRoute } from './inference.ts'
import type { FileRoute } from './route.ts'

type Dependencies = Omit<InferenceContext, 'about'> & {
  about: InferenceContext['about'] & { demo: boolean }
  now: () => number
}

/** Every table about engines and GPUs that can be taken home. */
export function inferenceExportRoutes(deps: Dependencies): FileRoute[] {
  const { demo } = deps.about
  return [
    ...filesOf(demo, 'inference', inferenceRoute(deps), EngineLine, (answer) =>
      inferenceTable(Inference.parse(answer)),
    ),
    ...filesOf(
      demo,
      'inference-series',
      inferenceSeriesRoute(deps),
      InferenceSeriesFileLine,
      (answer) => inferenceSeriesTable(InferenceSeries.parse(answer)),
    ),
    ...filesOf(demo, 'inference-load', inferenceLoadRoute(deps), LoadLine, (answer) =>
      inferenceLoadTable(InferenceLoad.parse(answer)),
    ),
    ...filesOf(demo, 'gpus', gpusRoute(deps), GpuLine, (answer) => gpusTable(Gpus.parse(answer))),
    ...filesOf(demo, 'gpus-series', gpuSeriesRoute(deps), GpuSeriesFileLine, (answer) =>
      gpuSeriesTable(GpuSeries.parse(answer)),
    ),
  ]
}
