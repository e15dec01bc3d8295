import { expect, test } from 'vitest'
import { clientOf } from '../support/gateway.ts'

const never = new Promise<never>(() => undefined)

test.each([
  ['never answers', () => never],
  [
    'never ends its body',
    () => Promise.resolve(new Response(new ReadableStream({ pull: () => never }))),
  ],
])('the deadline holds for a given fetch that knows no signals and %s', async (_, fetch) => {
  const client = clientOf('http://gateway.invalid', { fetch, deadlineMs: 60 })
  await expect(client.teams()).rejects.toMatchObject({ kind: 'timeout' })
  const aborted = client.teams({ signal: AbortSignal.abort() })
  await expect(aborted).rejects.toMatchObject({ kind: 'aborted' })
})

test('a given fetch is all that is used, with its own words kept away', async () => {
  const fetch = (): Promise<Response> =>
    Promise.reject(new TypeError('sk-secret in the words of a fetch'))
  const failing = clientOf('http://gateway.invalid', { fetch }).teams()
  await expect(failing).rejects.toMatchObject({
    kind: 'network',
    message: expect.not.stringContaining('sk-'),
  })
})
