import type { Matrix, MatrixMeasure, Models } from '@podium/contracts'
import { describeMatrix } from '../analytics/models/describe-matrix.ts'
import { describeModels } from '../analytics/models/describe-models.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** What each model was used for and what it cost. */
export async function readModels(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
): Promise<Models> {
  const traffic = await readTraffic(context, asked)
  const { dataVersion, window, leftOut } = traffic
  return {
    ...{ data_version: dataVersion, window, left_out: leftOut },
    ...describeModels(traffic),
  }
}

/** Which team used which model how much. */
export async function readMatrix(
  context: QueryContext,
  asked: WindowQuestion<Chosen & { measure: MatrixMeasure }>,
): Promise<Matrix> {
  const traffic = await readTraffic(context, asked)
  const { dataVersion, window, leftOut } = traffic
  const { measure } = asked.query
  return {
    ...{ data_version: dataVersion, window, left_out: leftOut, measure },
    ...describeMatrix({ ...traffic, measure }),
  }
}
