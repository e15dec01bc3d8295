import { access, constants } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Unavailable } from '../unavailable.ts'

/** The folder whose scripts install, start, feed and stop genuine gateways. */
export async function findHarness(named: string | undefined, checkout: string): Promise<string> {
  const folder = resolve(named ?? join(checkout, '..', 'shared', 'real-gateway'))
  for (const script of ['install', 'start', 'traffic', 'stop']) {
    try {
      await access(join(folder, script), constants.X_OK)
    } catch {
      throw new Unavailable(
        'no genuine gateway: set REAL_GATEWAY_HARNESS to the folder of the harness, or ' +
          'CONFORMANCE_BASE_URL and CONFORMANCE_ADMIN_KEY to a gateway of yours',
      )
    }
  }
  return folder
}
