import { z } from 'zod'

const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) })
export type SigningKeys = z.infer<typeof Keys>['keys']

const freshMs = 10 * 60_000
/** A key that is not there, or a service that does not answer, is asked for again only after this. */
const askAgainMs = 30_000
const timeoutMs = 5000

/** The keys of a sign-in service: kept ten minutes, asked for once at a time, never once per request. */
export function createJwks(url: string, now: () => number): (kid: string) => Promise<SigningKeys> {
  let keys: SigningKeys = []
  let readAt = -Infinity
  let askedAt = -Infinity
  let reading: Promise<void> | null = null

  async function read(): Promise<void> {
    const response = await fetch(url, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`the keys were refused with ${response.status}`)
    keys = Keys.parse(await response.json()).keys
    readAt = now()
  }

  return async (kid) => {
    const isWanted = now() - readAt > freshMs || !keys.some((key) => key.kid === kid)
    if (isWanted && now() - askedAt > askAgainMs) {
      askedAt = now()
      reading = read().finally(() => {
        reading = null
      })
    }
    // Where the service is away, its last keys stay good.
    if (reading !== null) await reading.catch(() => undefined)
    return keys
  }
}
