import type { Checklist } from '../checklist.ts'
import { GatewayFailed } from './gateway-failed.ts'

/** A genuine gateway is seen to leave a request without an answer now and then. */
const attempts = 3

/** Runs it once more, with a fresh gateway, where the gateway itself failed, and says so. */
export async function beginAgain<Result>(
  list: Checklist,
  run: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof GatewayFailed) || attempt === attempts) throw error
      list.remark(`${error.message}: begun again with a fresh gateway`)
    }
  }
}
