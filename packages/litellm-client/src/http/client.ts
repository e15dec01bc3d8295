import ky from 'ky'
import { connectionFailure } from '../errors/connection-failure.ts'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { refusedAnswer } from '../errors/refused-answer.ts'
import type { GatewayAddress } from '../settings/gateway-address.ts'
import { readBody } from './body.ts'
import type { FetchDispatcher } from './dispatcher.ts'
import { parseJson } from './json.ts'
import { withDeadline } from './with-deadline.ts'

export interface GatewayRequest {
  route: string
  query?: URLSearchParams | undefined
  /** Sent as JSON; a request with a body is a POST. */
  body?: Readonly<Record<string, unknown>> | undefined
  /** The key is not sent to routes that need none. */
  anonymous?: boolean | undefined
  signal?: AbortSignal | undefined
}

/** Sends requests to one gateway. Every failure is a LiteLLMError that names the host and the route. */
export interface GatewayHttp {
  host: string
  /** `read` checks the parsed body of a successful answer; an error that it throws gets the route, too. */
  readJson<T>(request: GatewayRequest, read: (json: unknown) => T): Promise<T>
  close(): Promise<void>
}

export interface GatewayHttpSettings {
  address: GatewayAddress
  key: string
  dispatcher: FetchDispatcher
  deadlineMs: number
  maxBytes: number
}

export function createGatewayHttp(settings: GatewayHttpSettings): GatewayHttp {
  const { address, dispatcher } = settings
  const send = ky.create({
    dispatcher,
    retry: 0,
    timeout: false,
    redirect: 'manual',
    throwHttpErrors: false,
    headers: { accept: 'application/json', 'accept-encoding': 'identity' },
  })
  return {
    host: address.host,
    async readJson(request, read) {
      try {
        return read(parseJson(await fetchBody(send, settings, request)))
      } catch (error) {
        if (!(error instanceof LiteLLMError)) throw error
        throw error.at(address.host, request.route)
      }
    },
    close: () => dispatcher.destroy(),
  }
}

async function fetchBody(
  send: typeof ky,
  { address, key, deadlineMs, maxBytes }: GatewayHttpSettings,
  { route, query, body, anonymous, signal: caller }: GatewayRequest,
): Promise<string> {
  const answered = { hasBegun: false }
  try {
    return await withDeadline({ deadlineMs, caller }, async (signal) => {
      const answer = await send(address.at(route, query), {
        method: body === undefined ? 'GET' : 'POST',
        json: body,
        headers: { authorization: anonymous === true ? undefined : `Bearer ${key}` },
        signal,
      })
      answered.hasBegun = true
      if (!answer.ok) throw await refusedAnswer(answer)
      await assertUncompressed(answer)
      return await readBody(answer, maxBytes)
    })
  } catch (error) {
    if (error instanceof LiteLLMError) throw error
    const { kind, code } = connectionFailure(error)
    throw new LiteLLMError(kind === 'network' && answered.hasBegun ? 'truncated' : kind, { code })
  }
}

/** A few bytes can expand to gigabytes, and fetch does not notice compressed data that was cut off. */
async function assertUncompressed(answer: Response): Promise<void> {
  const encoding = answer.headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  if (encoding === '' || encoding === 'identity') return
  await answer.body?.cancel()
  throw new LiteLLMError('corrupt', { detail: 'compressed, although that was not asked for' })
}
