import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { connectionFailure } from '@podium/litellm-client'
import { isRefusedHost } from '../../config/refused-address.ts'
import { guardedLookup } from './guarded-lookup.ts'
import { ScrapeError } from './scrape-error.ts'

type Question = {
  url: string
  apiKey: string | null
  signal: AbortSignal
  lookup?: LookupFunction
}

const deadlineMs = 3000
const mostBytes = 8 * 1024 * 1024

/**
 * The body of one answer, whole, whatever its status; rejects with a `ScrapeError`. A connection each: many servers close
 * one that was silent for five seconds, just when it would be used again.
 */
export function getText({
  url,
  apiKey,
  signal,
  lookup = guardedLookup,
}: Question): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const address = new URL(url)
    if (isRefusedHost(address.hostname)) {
      reject(new ScrapeError('address_refused'))
      return
    }
    const send = address.protocol === 'https:' ? requestHttps : requestHttp
    const asking = send(address, {
      agent: false,
      lookup,
      headers: headersOf(apiKey),
    })
    const timer = setTimeout(() => fail(new ScrapeError('timeout')), deadlineMs)
    const callOff = () => fail(new ScrapeError('aborted'))
    signal.addEventListener('abort', callOff)
    if (signal.aborted) callOff()

    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', callOff)
    }

    function fail(error: unknown): void {
      end()
      reject(error instanceof ScrapeError ? error : new ScrapeError(connectionFailure(error).kind))
      asking.destroy()
    }

    asking.on('error', fail)
    asking.on('response', (answer) => {
      readBody(
        answer,
        (text) => {
          end()
          resolve({ status: answer.statusCode ?? 0, text })
        },
        fail,
      )
    })
    asking.end()
  })
}

function readBody(
  answer: IncomingMessage,
  onText: (text: string) => void,
  fail: (error: unknown) => void,
): void {
  const chunks: Buffer[] = []
  let bytes = 0
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    chunks.push(chunk)
    if (bytes > mostBytes) fail(new ScrapeError('too_large'))
  })
  // What is cut off has an error and no end.
  answer.on('error', () => fail(new ScrapeError('truncated')))
  answer.on('end', () => {
    if (answer.complete) onText(Buffer.concat(chunks).toString())
    else fail(new ScrapeError('truncated'))
  })
}

function headersOf(apiKey: string | null): Record<string, string> {
  return {
    accept: 'text/plain;version=0.0.4',
    'accept-encoding': 'identity',
    'user-agent': 'podium',
    ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
  }
}
