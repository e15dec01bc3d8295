interface RawCaller {
  baseUrl: string
  key: string
  signal: AbortSignal
}

/** Requests that the suite sends beside the client, to make callers and traffic. */
export async function post(
  { baseUrl, key, signal }: RawCaller,
  path: string,
  body: unknown,
): Promise<Response> {
  return fetch(`${baseUrl.replace(/\/+$/, '')}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]),
  })
}

/** The same, for requests that must succeed. */
export async function mustPost(caller: RawCaller, path: string, body: unknown): Promise<unknown> {
  const answer = await post(caller, path, body)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}
