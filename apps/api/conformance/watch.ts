import type { GenuineGateway } from '@podium/litellm-client/conformance/genuine/harness.ts'
import { startPodium, type Podium } from './start-podium.ts'

export const secret = 'a secret that makes public ids foreseeable'

/** Podium beside a genuine gateway. */
export function watch({ baseUrl, masterKey }: GenuineGateway): Promise<Podium> {
  return startPodium({
    LITELLM_BASE_URL: baseUrl,
    LITELLM_API_KEY: masterKey,
    POLL_SECONDS: '2',
    HISTORY_DAYS: '1',
    SECRET_KEY: secret,
  })
}
