import { connectionFailure } from '../errors/connection-failure.ts'
import type { LiteLLMErrorKind } from '../errors/error-kind.ts'
import { LiteLLMError, type LiteLLMErrorFacts } from '../errors/litellm-error.ts'
import type { GatewayAddress } from '../settings/gateway-address.ts'
import type { Transport } from '../transport/transport.ts'
import { readCapped } from './capped-body.ts'
import { startDeadline } from './deadline.ts'
import { nextTurn } from './next-turn.ts'
import { outgoing, type Question } from './question.ts'
import { mustLookLikeJson } from './parse-json.ts'
import { readRefusal } from './read-refusal.ts'

/** Puts one question to the gateway; every way in which that can fail is a LiteLLMError. */
export interface Exchange {
  host: string
  /** The body of a successful answer goes through `read`; what `read` refuses is told with its place. */
  ask<T>(question: Question, read: (body: Buffer) => T | Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface ExchangeSettings {
  address: GatewayAddress
  key: string
  transport: Transport
  deadlineMs: number
  maxBytes: number
}

type Failure = LiteLLMErrorFacts & { kind: LiteLLMErrorKind }

export function createExchange(settings: ExchangeSettings): Exchange {
  const { host } = settings.address
  return {
    host,
    async ask(question, read) {
      try {
        const body = await fetchBody(settings, question)
        await nextTurn()
        mustLookLikeJson(body)
        return await read(body)
      } catch (error) {
        if (!(error instanceof LiteLLMError)) throw error
        throw error.at(host, question.route)
      }
    },
    close: () => settings.transport.close(),
  }
}

async function fetchBody(settings: ExchangeSettings, question: Question): Promise<Buffer> {
  const deadline = startDeadline(settings.deadlineMs, question.signal)
  let begun = false
  try {
    const call = outgoing(settings.address, settings.key, question, deadline.signal)
    const answer = await settings.transport.send(call)
    begun = true
    if (answer.status < 200 || answer.status > 299) throw await readRefusal(answer)
    return await readCapped(answer, settings.maxBytes)
  } catch (error) {
    if (error instanceof LiteLLMError) throw error
    const failure = explain(error, deadline.verdict(), begun)
    throw new LiteLLMError(failure.kind, failure)
  }
}

function explain(
  error: unknown,
  verdict: 'timeout' | 'aborted' | undefined,
  begun: boolean,
): Failure {
  if (verdict !== undefined) return { kind: verdict }
  const failure = connectionFailure(error)
  return begun && failure.kind === 'network' ? { ...failure, kind: 'truncated' } : failure
}
