import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createLiteLLMAdmin } from '../../src/index.ts'
import { canary, portOf, Refusal } from '../support/gateway.ts'

/** A gateway that notes what is written to it. */
async function startAdmin(answer: unknown) {
  const asked: { line: string; body: unknown; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString()
      asked.push({
        line: `${request.method ?? ''} ${request.url ?? ''}`,
        body: text === '' ? undefined : JSON.parse(text),
        authorization: request.headers.authorization,
      })
      const [status, body] =
        answer instanceof Refusal ? [answer.status, answer.body] : [200, answer]
      response.writeHead(status).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const admin = createLiteLLMAdmin({
    baseUrl: `http://127.0.0.1:${portOf(server.address())}`,
    adminKey: canary,
  })
  onTestFinished(() => admin.close())
  return { admin, asked }
}

test('a team is made with what was wished for and nothing else', async () => {
  const { admin, asked } = await startAdmin({
    team_id: 't1',
    team_alias: 'Red Team',
    max_budget: 5,
    spend: 0,
    blocked: false,
    models: ['alpha'],
    created_at: '2026-11-21T08:03:31.923000Z',
  })
  const team = await admin.createTeam({
    alias: 'Red Team',
    teamId: 't1',
    maxBudgetUsd: 5,
    models: ['alpha'],
    requestsPerMinute: 60,
    metadata: { join: 'x' },
  })
  expect(team).toEqual({
    teamId: 't1',
    alias: 'Red Team',
    organizationId: null,
    spendUsd: 0,
    maxBudgetUsd: 5,
    budgetDuration: null,
    budgetResetAt: null,
    blocked: false,
    models: ['alpha'],
    createdAt: '2026-11-21T08:03:31.923000Z',
  })
  expect(asked).toEqual([
    {
      line: 'POST /team/new',
      authorization: `Bearer ${canary}`,
      body: {
        team_alias: 'Red Team',
        team_id: 't1',
        max_budget: 5,
        models: ['alpha'],
        rpm_limit: 60,
        metadata: { join: 'x' },
      },
    },
  ])
})

test('a key is made for a team, never for a user', async () => {
  const { admin, asked } = await startAdmin({
    key: 'sk-new',
    token: 'h1',
    token_id: 'h1',
    key_alias: 'seat 7',
    team_id: 't1',
    expires: '2026-11-22T08:00:00Z',
  })
  const key = await admin.createKey({
    alias: 'seat 7',
    teamId: 't1',
    secret: 'sk-new',
    duration: '10h',
    keyType: 'llm_api',
    maxBudgetUsd: 0,
  })
  expect(key).toEqual({
    secret: 'sk-new',
    key: 'h1',
    alias: 'seat 7',
    teamId: 't1',
    expiresAt: '2026-11-22T08:00:00Z',
  })
  expect(asked[0]?.body).toEqual({
    key_alias: 'seat 7',
    team_id: 't1',
    key: 'sk-new',
    duration: '10h',
    key_type: 'llm_api',
    max_budget: 0,
  })
})

test('a key is deleted by secret, hash or alias, and its secret is not sent for that', async () => {
  const { admin, asked } = await startAdmin({ deleted_keys: ['x'] })
  const hash = createHash('sha256').update('sk-new').digest('hex')
  await admin.deleteKey({ key: 'sk-new' })
  await admin.deleteKey({ key: hash })
  await admin.deleteKey({ alias: 'seat 7' })
  expect(asked.map(({ body }) => body)).toEqual([
    { keys: [hash] },
    { keys: [hash] },
    { key_aliases: ['seat 7'] },
  ])
})

test('a key is looked up by its hash, so that no secret stands in a URL', async () => {
  const { admin, asked } = await startAdmin({
    key: 'sk-new',
    info: {
      key_alias: 'seat 7',
      team_id: 't1',
      spend: 0.5,
      max_budget: 3,
      expires: null,
      blocked: null,
      models: [],
    },
  })
  const hash = createHash('sha256').update('sk-new').digest('hex')
  expect(await admin.keyInfo('sk-new')).toEqual({
    key: hash,
    alias: 'seat 7',
    teamId: 't1',
    spendUsd: 0.5,
    maxBudgetUsd: 3,
    expiresAt: null,
    blocked: false,
    models: [],
  })
  expect(asked[0]?.line).toBe(`GET /key/info?key=${hash}`)
})

test.each([
  [
    400,
    {
      error: {
        message: "Key with alias 'a' already exists.",
        type: 'bad_request_error',
        param: 'key_alias',
      },
    },
    'conflict',
  ],
  [404, { error: { message: 'Key not found in database', type: 'not_found_error' } }, 'not_found'],
  [
    401,
    {
      error: {
        message: 'Team member does not have permissions',
        type: 'team_member_permission_error',
      },
    },
    'forbidden',
  ],
  [
    422,
    { detail: [{ type: 'float_parsing', loc: ['body', 'max_budget'], msg: 'x', input: 'much' }] },
    'rejected',
  ],
])('a refusal (%i) has its kind', async (status, body, kind) => {
  const { admin } = await startAdmin(new Refusal(status, body))
  await expect(admin.createKey({ alias: 'a' })).rejects.toMatchObject({ kind, status })
})

test('a deleted key is unknown, though gateways from 1.105 on still show it', async () => {
  const { admin } = await startAdmin({
    key: 'hash',
    info: { key_alias: 'seat 7', status: 'deleted', deleted_at: '2026-11-21T10:00:00Z' },
  })
  await expect(admin.keyInfo('hash')).rejects.toMatchObject({
    kind: 'not_found',
    route: '/key/info',
  })
})

test('budgets and limits that make no sense are refused before anything is asked', async () => {
  const { admin, asked } = await startAdmin({})
  await expect(admin.createTeam({ alias: 'a', maxBudgetUsd: -1 })).rejects.toMatchObject({
    kind: 'input',
  })
  await expect(admin.createKey({ maxBudgetUsd: NaN })).rejects.toMatchObject({ kind: 'input' })
  await expect(admin.createKey({ requestsPerMinute: 1.5 })).rejects.toMatchObject({ kind: 'input' })
  expect(asked).toEqual([])
})
