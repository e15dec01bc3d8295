import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CompatLeaderboard } from '@podium/contracts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { echoingGateway } from './support/echoing-gateway.ts'
import { serve } from './support/inference/serve-text.ts'
import { vllmText } from './support/inference/vllm-text.ts'
import { runMain } from './support/run-main.ts'

const secrets = {
  LITELLM_API_KEY: 'sk-canary-gateway-key-0001',
  VIEWER_TOKEN: 'canary-viewer-token-0002',
  SERVER_BASIC_AUTH_TOKEN: 'canary-original-token-0003',
  ADMIN_TOKEN: 'canary-admin-token-0004',
  BASIC_USERS: 'anna:canary-basic-secret-0005',
  SECRET_KEY: 'canary-secret-key-of-32-characters-0006',
  INFERENCE_API_KEY: 'canary-engine-key-0007',
}
/** The address of an engine is nobody's business. */
const enginePath = 'canary-engine-path-0008'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
})
const shown = [
  {},
  bearer(secrets.VIEWER_TOKEN),
  bearer(secrets.ADMIN_TOKEN),
  bearer(secrets.SERVER_BASIC_AUTH_TOKEN),
  basic(secrets.BASIC_USERS),
  bearer(`${secrets.LITELLM_API_KEY}-wrong`),
]

const Described = z.object({ paths: z.record(z.string(), z.unknown()) })

/** Everything that one request brings back: the status line's words, the headers, the body. */
async function bringBack(url: string, options: RequestInit): Promise<string> {
  const answer = await fetch(url, options)
  const headers = JSON.stringify([...answer.headers])
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return headers + (await answer.text())
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return headers + Buffer.from(z.instanceof(Uint8Array).parse(first?.value)).toString()
}

async function askEverything(address: string): Promise<string> {
  const brought: string[] = []
  const described = await fetch(`${address}/openapi.json`, {
    headers: bearer(secrets.VIEWER_TOKEN),
  })
  const { paths } = Described.parse(await described.json())
  const known = Object.keys(paths).map((path) => path.replaceAll(/\{\w+\}/g, 't_aaaaaaaaaa'))
  expect(known.length).toBeGreaterThan(9)
  for (const path of new Set([...known, '/', '/nothing.txt', '/tokens/nothing', '/api/v2']))
    for (const headers of shown)
      for (const query of ['', '?canary=1', '?start_date=x&range=x'])
        brought.push(await bringBack(address + path + query, { headers }))
  for (const token of [secrets.VIEWER_TOKEN, secrets.ADMIN_TOKEN, 'wrong-token', 7])
    brought.push(
      await bringBack(`${address}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-podium': '1' },
        body: JSON.stringify({ token }),
      }),
    )
  return brought.join('\n')
}

function everyFile(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

test('no secret leaves the process: not in answers, streams, the terminal or files; nor do raw ids', async () => {
  const gateway = await echoingGateway(secrets.LITELLM_API_KEY)
  const engine = await serve((_, response) => response.end(vllmText(1)))
  const podium = runMain({
    ...secrets,
    LITELLM_BASE_URL: gateway.url,
    POLL_SECONDS: '1',
    INFERENCE_SECONDS: '1',
    INFERENCE_URLS: `one=${engine}/${enginePath},two=http://127.0.0.1:9/${enginePath}`,
  })
  const [, address = ''] = await podium.said(/Podium is at (\S+)\n/)
  const tokens = async () => {
    const answer = await fetch(`${address}/tokens`, { headers: bearer(secrets.VIEWER_TOKEN) })
    return CompatLeaderboard.parse(await answer.json())
  }
  await expect.poll(async () => (await tokens()).teams.some((team) => team.tokens > 0)).toBe(true)
  let brought = await askEverything(address)

  for (const name of ['truncated-json', 'login-page'] as const) {
    const fault = gateway.faults.inject(name, { times: 1 })
    await expect.poll(() => fault.hits()).toBe(1)
    brought += await askEverything(address)
  }
  gateway.heard.isEchoing = true
  await expect.poll(() => gateway.heard.echoes).toBeGreaterThan(1)
  await podium.said(/cannot be read/)
  brought += await askEverything(address)
  podium.kill('SIGTERM')
  expect(await podium.ended).toBe(0)

  const files = everyFile(podium.cwd)
  for (const secret of [
    ...Object.values(secrets),
    enginePath,
    basic(secrets.BASIC_USERS).authorization,
  ])
    for (const [where, text] of Object.entries({ brought, files, output: podium.output() }))
      expect(text.includes(secret.replace(/^(?:Basic |anna:)/, '')), `${where}: ${secret}`).toBe(
        false,
      )

  const raw = new Set([
    ...(gateway.heard.answers.match(/\b[\da-f]{64}\b/g) ?? []),
    ...[...gateway.heard.answers.matchAll(/"team_id":"([^"]{8,})"/g)].flatMap(([, id]) => id ?? []),
  ])
  raw.delete('litellm-dashboard')
  expect(raw.size).toBeGreaterThan(5)
  for (const id of raw)
    for (const text of [brought, podium.output()]) expect(text.includes(id), id).toBe(false)
})
