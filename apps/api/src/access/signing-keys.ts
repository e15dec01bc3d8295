import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

const freshMs = 10 * 60_000
const retryMs = 30_000

type Options = { url: string; now: () => number; onFailure: (error: unknown) => void }

/**
 * The public keys of a sign-in service, read again every ten minutes. While the service is away its last keys stay
 * valid: with its own cache, jose would refuse everybody after ten minutes and ask again with every request.
 */
export function createSigningKeys({ url, now, onFailure }: Options): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { cacheMaxAge: Infinity })
  let refreshAt = -Infinity
  let refreshing = Promise.resolve()

  async function refresh(): Promise<void> {
    refreshAt = now() + retryMs
    try {
      await keys.reload()
      refreshAt = now() + freshMs
    } catch (error) {
      onFailure(error)
    }
  }

  return async (header, token) => {
    if (now() >= refreshAt) refreshing = refresh()
    await refreshing
    if (header.kid === undefined || keys.jwks() === undefined) throw new errors.JWKSNoMatchingKey()
    return keys(header, token)
  }
}
