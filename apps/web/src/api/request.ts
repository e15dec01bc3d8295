import ky, { isHTTPError, isTimeoutError, type HTTPError } from 'ky'
import type { Guard } from './guards.ts'
import { RequestError } from './request-error.ts'

export type QueryValue = string | number | readonly string[] | undefined
export type Query = Readonly<Record<string, QueryValue>>

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'DELETE'
  query?: Query
  body?: unknown
  signal?: AbortSignal
}

export type Request = <T>(path: string, isAnswer: Guard<T>, options?: RequestOptions) => Promise<T>

/** JSON from our own server. The browser keeps ETags by itself: an unchanged answer costs headers only. */
export function createRequest(base = '', timeoutMs = 15_000, ask?: typeof fetch): Request {
  const client = ky.create({
    prefix: base,
    // What is shown is asked for again by whoever shows it.
    retry: 0,
    timeout: timeoutMs,
    ...(ask !== undefined && { fetch: ask }),
    headers: { accept: 'application/json' },
  })
  return async (path, isAnswer, { method = 'GET', query = {}, body, signal } = {}) => {
    try {
      const sent = await client(`${path}${searchOf(query)}`, {
        method,
        ...(signal !== undefined && { signal }),
        // A page of another origin cannot set it without being asked first.
        ...(method !== 'GET' && { headers: { 'x-podium': '1' } }),
        ...(body !== undefined && { json: body }),
      })
      const answer: unknown = sent.status === 204 ? undefined : await sent.json()
      if (isAnswer(answer)) return answer
      throw new RequestError('unreachable', 'Something else answered for Podium')
    } catch (cause) {
      if (signal?.aborted === true) throw cause
      throw failureOf(cause)
    }
  }
}

export function searchOf(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(name, String(one))
  return search.size === 0 ? '' : `?${search.toString()}`
}

function failureOf(cause: unknown): RequestError {
  if (cause instanceof RequestError) return cause
  if (isHTTPError(cause)) return refusalOf(cause)
  return isTimeoutError(cause)
    ? new RequestError('timeout', 'Podium did not answer in time')
    : new RequestError('unreachable', 'Podium could not be reached')
}

function refusalOf({ response: { status }, data }: HTTPError): RequestError {
  const parameter = textIn(data, 'parameter')
  const store = textIn(data, 'store')
  return new RequestError(
    status === 401 ? 'sign-in' : 'refused',
    textIn(data, 'detail') ?? `Podium answered ${status}`,
    {
      status,
      ...(parameter !== undefined && { parameter }),
      ...(store !== undefined && { store }),
    },
  )
}

/** Of a problem document; a proxy in between answers with a page of its own. */
function textIn(problem: unknown, name: 'detail' | 'parameter' | 'store'): string | undefined {
  if (typeof problem !== 'object' || problem === null) return undefined
  const value: unknown = Reflect.get(problem, name)
  return typeof value === 'string' ? value : undefined
}
