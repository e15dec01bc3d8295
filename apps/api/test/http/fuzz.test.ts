import { request } from 'node:http'
import { Problem } from '@podium/contracts'
import { expect, inject, test } from 'vitest'
import { longestBlock } from '../support/longest-block.ts'
import { serveApp } from '../support/serve-app.ts'
import { watchGateway } from '../support/watched-gateway.ts'

const requests = inject('isDeep') ? 10_000 : 500
const atOnce = 8
const mostBlockMs = 50

const startsAt = Date.parse('2026-11-21T10:00:00Z')

/** The app over what twenty minutes of a gateway left behind. */
async function watched() {
  const { store, now, ...gateway } = await watchGateway({
    ...{ profile: '1.109', seed: 3, startsAt, historyDays: 2, teams: 12, load: 1 },
  })
  await gateway.pollTeams()
  await gateway.pollPrices()
  for (let minute = 0; minute < 20; minute += 1) {
    gateway.moveTo(startsAt + 5000 + minute * 60_000)
    await gateway.pollActivity()
  }
  return serveApp({ env: { REQUESTS_PER_SECOND: '0' }, store, now })
}

/** The same requests every time: mulberry32. */
function createDice(seed: number) {
  let state = seed
  const random = () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(random() * end)
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[below(items.length)] ?? items[0]
  return { below, pick, chance: (share: number) => random() < share }
}
type Dice = ReturnType<typeof createDice>

const names = [
  ...(['start_date', 'end_date', 'team', 'from', 'to', 'range', 'tz', 'model'] as const),
  ...(['provider', 'measure', 'bucket', 'by', 'top', '__proto__', 'constructor', ''] as const),
  ...(['then', 'order', 'cumulative', 'compare', 'own', 'basis', 'fields'] as const),
] as const

const values = [
  ...(['2026-11-20', '2026-11-21', '2026-02-30', '9999-12-31', '0000-00-00', '-1'] as const),
  ...(['1h', '24h', 'today', '7d', '30d', 'event', 'UTC', 'Asia/Kathmandu', '../../etc'] as const),
  ...(['tokens', 'spend', 'score', 'minute', 'day', 'team', 'none', 'NaN', '1e999'] as const),
  ...(['success', 'cache_hit_share', 'model', 'before', 'change', 'true', 'all', 'days'] as const),
  ...(['2026-11-21T11:00:00Z', '2026-11-21T11:00:00+14:00', '%00', '%ff%fe', '%'] as const),
  ...(["' OR 1=1 --", '<script>', '👩‍🚀', '\u202e', 'x'.repeat(3000), '[]', '{}', ''] as const),
] as const

function path(dice: Dice, routes: readonly [string, ...string[]]): string {
  const fill = () =>
    dice.chance(0.5) ? encodeURIComponent(dice.pick(values)).slice(0, 200) : 't_x'
  const base = dice.pick(routes).replaceAll(/:\w+(?:\{[^}]*\})?/g, fill)
  const bent = dice.chance(0.05) ? `${base}${dice.pick(['/', '//', '/..', '%2f', '.json'])}` : base
  const query = Array.from({ length: dice.below(4) }, () => {
    const value = dice.pick(values)
    const raw = /^[\x21-\x7e]*$/.test(value) && dice.chance(0.5)
    return `${dice.pick(names)}=${raw ? value : encodeURIComponent(value)}`
  })
  return query.length === 0 ? bent : `${bent}?${query.join('&')}`
}

function headers(dice: Dice): Record<string, string> {
  const some: [string, readonly [string, ...string[]]][] = [
    ['accept-encoding', ['br', 'gzip', '*;q=0', 'identity;q=0', ',,;;q=9', 'x'.repeat(500)]],
    ['if-none-match', ['*', '"', 'W/', '""', '"a", W/"b"', '"'.repeat(999)]],
    ['accept', ['text/html', 'application/json', '*/*;q=0', '\\']],
    [
      'authorization',
      ['Bearer', 'Bearer x', 'Basic !!!', 'Basic Og==', 'Negotiate', 'bearer undefined'],
    ],
    ['cookie', ['a', 'podium=1', '__Host-podium=%', ';;;=;']],
    ['origin', ['null', 'http://evil.example', 'http://localhost:5173', '::']],
    ['x-forwarded-for', ['1.2.3.4', ',,', 'unknown', '::1, 999.1.1.1']],
    ['last-event-id', ['e-1', '-', 'e-99999999999999999999']],
    ['content-type', ['application/json', 'text/plain', 'multipart/form-data', ';']],
    ['x-podium', ['1', '']],
    ['range', ['bytes=0-1', 'bytes=-']],
  ]
  return Object.fromEntries(
    some.filter(() => dice.chance(0.2)).map(([name, choices]) => [name, dice.pick(choices)]),
  )
}

type Shot = { method: string; path: string; headers: Record<string, string>; body: string }

function shoot(address: string, shot: Shot) {
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const { port } = new URL(address)
    const { method, path: target } = shot
    const body = method === 'GET' || method === 'HEAD' ? '' : shot.body
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const headers = { ...shot.headers, ...length }
    const options = { host: '127.0.0.1', port, method, path: target, headers }
    const sent = request({ ...options, timeout: 60_000 }, (response) => {
      const { statusCode: status = 0, headers: told } = response
      const type = told['content-type'] ?? ''
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status, type, text }))
      // A stream never ends by itself: that it began is the answer.
      if (type.startsWith('text/event-stream')) {
        response.destroy()
        resolve({ status, type, text })
      }
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.end(body)
  })
}

test(`${requests} odd requests are answered, none with a fault of ours, and none keeps others waiting`, async ({
  annotate,
}) => {
  const { address, routes, faults } = await watched()
  const dice = createDice(20_261_121)
  const paths: [string, ...string[]] = [
    '/',
    '/nothing',
    '/api',
    '/api/v9/x',
    '/assets/x.js',
    ...routes.map((route) => route.path),
  ]
  const odd: unknown[] = []
  let left = requests
  async function shooter(): Promise<void> {
    while (left > 0) {
      left -= 1
      const shot: Shot = {
        method: dice.chance(0.8)
          ? 'GET'
          : dice.pick(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY']),
        path: path(dice, paths),
        headers: headers(dice),
        body: dice.pick(['', '{}', '[', '{"token":1}', '{"__proto__":{}}', 'x'.repeat(3000)]),
      }
      const answer = await shoot(address, shot).catch((error: unknown) => ({
        status: 599,
        type: '',
        text: String(error),
      }))
      if (isOdd(shot, answer)) odd.push([shot, answer])
    }
  }
  // What each does only once, such as describing the API, is not what an attacker can repeat.
  for (const route of routes.filter((one) => one.path !== '/api/v1/live'))
    await (await fetch(`${address}${route.path}`)).text()
  const block = await longestBlock(() => Promise.all(Array.from({ length: atOnce }, shooter)))
  await annotate(`${requests} requests: the longest block was ${block.toFixed(1)} ms`)
  expect(odd.slice(0, 3)).toEqual([])
  expect(faults).toEqual([])
  expect(block).toBeLessThan(mostBlockMs)
})

/** 5xx but "come back later", or a refusal that is no problem document. */
function isOdd({ method }: Shot, { status, type, text }: Awaited<ReturnType<typeof shoot>>) {
  if (status >= 500) return status !== 503
  if (status < 400 || method === 'HEAD') return false
  if (!type.startsWith('application/problem+json')) return true
  return !Problem.safeParse(JSON.parse(text)).success
}
