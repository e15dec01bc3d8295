import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createLiteLLMAdmin, createLiteLLMClient, LiteLLMError } from '../../src/index.ts'
import { canary, clientOf, type Handler, sendJson, startGateway } from '../support/gateway.ts'
import { rawAnswer, startRaw } from '../support/raw-server.ts'
import { startSecure } from '../support/secure-server.ts'

const secret = 'userinfo-5b1e'
const hash = 'a'.repeat(64)

/** A gateway that repeats the key in everything it says, as real ones do. */
const parrot =
  (status: number, body: unknown): Handler =>
  ({ headers }, response) => {
    response.setHeader('x-echo', headers.authorization ?? 'none')
    response.setHeader('location', `http://elsewhere.invalid/?key=${canary}`)
    response.setHeader('retry-after', '1')
    sendJson(response, body, status)
  }

const leaky = {
  error: {
    message: `Received ${canary}, hash ${hash}`,
    type: 'auth_error',
    param: canary,
    code: '401',
  },
}

const faults: [string, () => Promise<string>][] = [
  ...[302, 400, 401, 403, 404, 422, 429, 500, 503].map(
    (status): [string, () => Promise<string>] => [
      `a refusal ${status}`,
      async () => (await startGateway(parrot(status, leaky))).url,
    ],
  ),
  ['a detail', async () => (await startGateway(parrot(401, { detail: { error: canary } }))).url],
  [
    'a wrong shape',
    async () =>
      (await startGateway(parrot(200, { [canary]: [{ team_id: canary, spend: -1 }] }))).url,
  ],
  [
    'a wrong team',
    async () => (await startGateway(parrot(200, [{ team_id: canary, spend: canary }]))).url,
  ],
  [
    'broken JSON',
    async () => (await startRaw((socket) => socket.end(rawAnswer([], `{"${canary}":}`)))).url,
  ],
  [
    'cut JSON',
    async () =>
      (await startRaw((socket) => socket.end(rawAnswer([], `{"${canary}":"${canary}`)))).url,
  ],
  [
    'HTML',
    async () => (await startRaw((socket) => socket.end(rawAnswer([], `<p>${canary}</p>`)))).url,
  ],
  ['no HTTP', async () => (await startRaw((socket) => socket.end(canary))).url],
  ['a reset', async () => (await startRaw((socket) => socket.resetAndDestroy())).url],
  ['silence', async () => (await startRaw(() => undefined)).url],
  ['a bad certificate', async () => (await startSecure('self-signed', parrot(200, []))).url],
  ['nobody there', () => Promise.resolve('http://127.0.0.1:1')],
]

/** Everything that a log, a crash or an answer could show of an error. */
function everythingOf(error: unknown): string {
  const shown = inspect(error, { depth: 20, showHidden: true, getters: true })
  const json = JSON.stringify(error)
  const chain: string[] = []
  for (let link: unknown = error; link instanceof Error; link = link.cause) {
    chain.push(link.message, link.stack ?? '', inspect(link.cause, { depth: 20 }))
  }
  return [shown, json, String(error), ...chain].join('\n')
}

const failureOf = (calling: Promise<unknown>) =>
  calling.then(
    () => undefined,
    (error: unknown) => error,
  )

test.each(faults)('no error shows the key or the words of the gateway: %s', async (_, start) => {
  const url = await start()
  const client = clientOf(url, { deadlineMs: 150 })
  const admin = createLiteLLMAdmin({ baseUrl: url, adminKey: canary, deadlineMs: 150 })
  const range = { from: '2026-11-21', to: '2026-11-21' }
  const failures = [
    await failureOf(client.teams()),
    await failureOf(client.dailyActivity(range)),
    await failureOf(client.modelPrices()),
    await failureOf(client.spendLogs({ from: new Date(0), to: new Date(0) })),
    await failureOf(admin.createTeam({ alias: 'red' })),
    await failureOf(admin.createKey({ secret: canary })),
    await failureOf(admin.keyInfo(canary)),
    await failureOf(admin.deleteKey({ key: canary })),
  ].filter((failure) => failure !== undefined)
  expect(failures.length).toBeGreaterThan(3)
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(LiteLLMError)
    const shown = everythingOf(failure)
    expect(shown).not.toContain(canary)
    expect(shown).not.toContain(hash)
    expect(failure).not.toHaveProperty('cause')
  }
})

test.each([
  ['a key with a line break', { apiKey: `${canary}\nx` }],
  ['a key with a dash of a word processor', { apiKey: `${canary}–x` }],
  ['an empty key', { apiKey: ' \n' }],
  ['userinfo', { baseUrl: `https://me:${secret}@gateway.example` }],
  ['a query', { baseUrl: `https://gateway.example/?key=${secret}` }],
  ['a fragment', { baseUrl: `https://gateway.example/#${secret}` }],
  ['no URL', { baseUrl: secret }],
  ['another scheme', { baseUrl: `ftp://${secret}` }],
  ['no certificate', { ca: secret }],
  [
    'a broken certificate',
    { ca: `-----BEGIN CERTIFICATE-----\n${secret}\n-----END CERTIFICATE-----` },
  ],
  ['no proxy', { proxyUrl: `socks5://me:${secret}@proxy` }],
  ['no deadline', { deadlineMs: 0 }],
  ['no cap', { maxBytes: 1.5 }],
])('settings that cannot work are refused without their value: %s', (_, options) => {
  let failure: unknown
  try {
    createLiteLLMClient({ baseUrl: 'https://gateway.example', apiKey: canary, ...options })
  } catch (error) {
    failure = error
  }
  expect(failure).toMatchObject({ name: 'LiteLLMError', kind: 'config' })
  const shown = everythingOf(failure)
  for (const value of [canary, secret]) expect(shown).not.toContain(value)
})

test('the client itself shows no key', () => {
  const client = createLiteLLMClient({ baseUrl: 'https://gateway.example', apiKey: canary })
  expect(inspect(client, { depth: 20, showHidden: true })).not.toContain(canary)
})

test('a key may end in white space, and the address in a slash or a path', async () => {
  const gateway = await startGateway((_, response) => sendJson(response, []))
  await clientOf(`${gateway.url}/llm/`, { apiKey: ` ${canary}\n` })
    .modelPrices()
    .catch(() => undefined)
  expect(gateway.calls[0]).toMatchObject({
    path: '/llm/model_group/info',
    headers: { authorization: `Bearer ${canary}` },
  })
})
