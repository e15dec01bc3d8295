/** What the suite asks of a gateway besides the client: to make callers and traffic. */
export async function post(
  { baseUrl, key, signal }: { baseUrl: string; key: string; signal: AbortSignal },
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

/** The same, for calls that must succeed. */
export async function mustPost(...[caller, path, body]: Parameters<typeof post>): Promise<unknown> {
  const answer = await post(caller, path, body)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}
