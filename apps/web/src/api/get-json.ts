/** Why an answer could not be had, in a sentence for people. */
class AnswerError extends Error {
  override readonly name = 'AnswerError'
}

export async function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new AnswerError(`Podium answered ${response.status}`)
  const body: unknown = await response.json()
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server holds to the contract, and zod does not fit into the first bundle
  return body as T
}
