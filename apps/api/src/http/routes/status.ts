import { Status } from '@podium/contracts'
import { z } from 'zod'
import { readStatus, statusWithoutStore, type StatusContext } from '../../queries/status.ts'
import { StoreError } from '../../store/store-error.ts'
import { json } from '../json.ts'
import { rawRoute, type Route } from './route.ts'

/** Never kept: it is about this moment. */
export function statusRoute({ now, ...context }: StatusContext & { now: () => number }): Route {
  let last: Status | null = null
  async function answer(): Promise<Status> {
    try {
      last = await readStatus(context, now())
      return last
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return statusWithoutStore(context, now(), { last, error })
    }
  }
  return rawRoute({
    method: 'GET',
    path: '/api/v1/status',
    access: 'viewer',
    tag: 'trust',
    summary: 'Sources, coverage, reconciliation, corrections and notes on data quality',
    query: z.strictObject({}),
    answers: { 200: { description: 'As of now.', type: 'application/json', schema: Status } },
    handle: async (c) => json(c, await answer()),
  })
}
