import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Teams } from '@podium/contracts'
import { expect, test } from 'vitest'
import { runMain } from './support/run-main.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const pages = ['README.md', ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(root + name, 'utf8') }))
const lines = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/^```sh\n(.*?)^```/gms)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('curl '))
    .map((line) => ({ name, line })),
)
/** What the page says of requests where reading is not open. */
const token = '--header "Authorization: Bearer $VIEWER_TOKEN"'
const address = /Podium is at (http:\/\/127\.0\.0\.1:\d+)\n/

/** The status and the type that a shell gets for it; what follows the head, as a stream does for ever, is left. */
async function run(line: string, env: Record<string, string>) {
  const asked = line.replace('curl ', 'curl --silent --include --no-buffer ')
  const shell = spawn('sh', ['-c', `exec ${asked}`], {
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let head = ''
  for await (const chunk of shell.stdout.setEncoding('utf8')) {
    head += String(chunk)
    if (head.includes('\r\n\r\n')) break
  }
  shell.kill()
  return {
    status: /^HTTP\/1\.1 (\d+)/.exec(head)?.[1],
    type: /^content-type: (\S+?);/im.exec(head)?.[1],
  }
}

/** A line as somebody would type it here: a team of their own instead of the page's. */
async function withOwnTeam(line: string, url: string, headers = {}): Promise<string> {
  if (!/\/t_[a-z2-7]{10}/.test(line)) return line
  const [team] = await teamsAt(url, headers)
  return line.replace(/\/t_[a-z2-7]{10}/, `/${team?.id}`)
}

const typeOf = (line: string) => (line.includes('/live') ? 'text/event-stream' : 'application/json')

test('there are lines to try', () => {
  expect(lines.length).toBeGreaterThan(5)
  expect(pages.find(({ name }) => name === 'docs/api.md')?.text).toContain(token)
})

test('every line of the documentation answers in a demo', async () => {
  const podium = runMain({})
  const [, url = ''] = await podium.said(address)
  await expect.poll(async () => (await teamsAt(url)).length).toBeGreaterThan(0)
  for (const { name, line } of lines) {
    const typed = await withOwnTeam(line, url)
    const answered = await run(typed, { PODIUM: url })
    expect(answered, `${name}: ${typed}`).toEqual({ status: '200', type: typeOf(line) })
  }
})

test('where reading is closed, they answer with the token that the page tells of, and only then', async () => {
  const podium = runMain({ VIEWER_TOKEN: 'a-token-of-the-docs' })
  const [, url = ''] = await podium.said(address)
  const headers = { authorization: 'Bearer a-token-of-the-docs' }
  const env = { PODIUM: url, VIEWER_TOKEN: 'a-token-of-the-docs' }
  await expect.poll(async () => (await teamsAt(url, headers)).length).toBeGreaterThan(0)
  for (const { name, line } of lines) {
    const typed = await withOwnTeam(line, url, headers)
    const refused = { status: '401', type: 'application/problem+json' }
    expect(await run(typed, env), `${name}: ${typed}`).toEqual(refused)
    const answered = await run(`${typed} ${token}`, env)
    expect(answered, `${name}: ${typed}`).toEqual({ status: '200', type: typeOf(line) })
  }
})

async function teamsAt(url: string, headers = {}) {
  const answer = await fetch(`${url}/api/v1/teams`, { headers })
  return Teams.parse(await answer.json()).teams
}
