import type { Matrix, MatrixMeasure, Models, SumMeasure } from '@podium/contracts'
import { balanceOf } from '../analytics/balance.ts'
import { describeMatrix } from '../analytics/models/describe-matrix.ts'
import { describeModels } from '../analytics/models/describe-models.ts'
import { trafficByTeam } from '../analytics/team-usage.ts'
import { sizeOf } from '../analytics/usage-rows/group-traffic.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic, type Traffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** Of a ratio what has to add up. */
const madeOf: Record<MatrixMeasure, SumMeasure> = {
  tokens: 'tokens',
  requests: 'requests',
  spend: 'spend',
  success: 'requests',
  cost_per_1k_tokens: 'spend',
  efficiency: 'completion_tokens',
}

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
    balance: balanceOfCells(traffic, 'tokens'),
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
    balance: balanceOfCells(traffic, madeOf[measure]),
  }
}

function balanceOfCells(traffic: Traffic, measure: SumMeasure) {
  const cells = trafficByTeam(traffic.rows, traffic.filter).flatMap(({ models }) => models)
  return balanceOf(traffic, { measure, shown: sizeOf(cells, measure) })
}
