import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createGatewaySimulator } from '../src/index.ts'
import type { GatewaySimulator, ProfileName } from '../src/index.ts'
import { findDifferences } from './genuine-shapes/compare.ts'
import { deviations, findDeviation } from './genuine-shapes/deviations.ts'
import { poolShapes } from './genuine-shapes/pool.ts'
import { describeAll } from './genuine-shapes/shape.ts'
import { readPart, ShapeFile } from './genuine-shapes/store.ts'
import type { GenuineAnswer } from './genuine-shapes/store.ts'

/** 1.101.6 lies between two profiles; it has no key cap yet, which makes it one of 1.99. */
const versions: readonly (readonly [string, ProfileName])[] = [
  ['1.78.5', '1.78'],
  ['1.81.12', '1.81'],
  ['1.101.6', '1.99'],
  ['1.109.1', '1.109'],
]

const used = new Set<object>()

describe.each(versions)('the genuine %s and the profile %s', (version, profile) => {
  const file = readShapes(version)
  const pool = poolShapes(Object.values(file.answers).map(({ shape }) => readPart(file, shape)))
  const names = Object.keys(file.answers).sort((a, b) => rank(file, a) - rank(file, b))
  const simulator = startSimulator(profile)

  test.each(names)('%s: same status, content type, keys and value types', async (name) => {
    const genuine = file.answers[name]
    if (genuine === undefined) throw new Error(`No answer ${name}`)
    const response = await replay(await simulator, name, genuine)
    const contentType = response.headers.get('content-type')
    const text = await response.text()
    const body: unknown = contentType?.startsWith('application/json') ? JSON.parse(text) : text
    const rules = { isRefusal: response.status >= 400, cutTo: null }
    const differences = findDifferences(
      describeAll('', [body], rules),
      readPart(file, genuine.shape),
      pool,
    )
    if (response.status !== genuine.status) differences.push(`status ${response.status}`)
    if (contentType !== genuine.contentType) differences.push(`content type ${contentType}`)
    const unknown = differences.filter((difference) => {
      const deviation = findDeviation(version, name, difference)
      if (deviation !== undefined) used.add(deviation)
      return deviation === undefined
    })
    expect(unknown).toEqual([])
  })
})

test('every known deviation still exists', () => {
  expect(deviations.filter((deviation) => !used.has(deviation))).toEqual([])
})

function readShapes(version: string): ShapeFile {
  const path = join(import.meta.dirname, 'genuine-shapes', `${version}.json`)
  return ShapeFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Reads come before writes, so that what is written is not read back. */
function rank(file: ShapeFile, name: string): number {
  return file.answers[name]?.sent === null ? 0 : 1
}

/** Like the recorded gateways, it has just been asked by people without a key. */
async function startSimulator(profile: ProfileName): Promise<GatewaySimulator> {
  const startsAt = Date.parse('2026-11-20T22:00:00Z')
  let nowMs = Date.parse('2026-11-21T08:00:00Z')
  const simulator = createGatewaySimulator({
    profile,
    seed: 3,
    teams: 6,
    startsAt,
    now: () => nowMs,
  })
  for (let count = 0; count < 5; count++) {
    nowMs += 1000
    await simulator.app.request('/v2/team/list')
  }
  simulator.advance(nowMs)
  const lastRefusalMs = nowMs
  while (simulator.truth.requests().some(isWaiting)) simulator.advance((nowMs += 1000))
  nowMs = lastRefusalMs + 1
  return simulator
}

function isWaiting({ flushedAtMs }: { flushedAtMs: number | null }): boolean {
  return flushedAtMs === null
}

const callers: Record<string, keyof GatewaySimulator['keys']> = {
  master: 'master',
  admin: 'admin',
  viewer: 'viewer',
  member: 'member',
  'member-viewer': 'memberViewer',
  'team-key': 'team',
  wrong: 'unknown',
  malformed: 'malformed',
}

/** Asks the same question with our own team, key and alias in the place of the recorded ones. */
async function replay(
  simulator: GatewaySimulator,
  name: string,
  { request, caller, sent }: GenuineAnswer,
): Promise<Response> {
  const { keys } = simulator
  const { own, other, key } = await readTeams(simulator)
  const rename = (text: string) =>
    text
      .replaceAll(/00000000-0000-4000-8000-\d{12}/g, name.includes('other-team') ? other : own)
      .replaceAll(/sk-fake-key-\d{4}/g, key)
      .replaceAll('red one a', 'team service key')
  const role = callers[caller]
  return simulator.app.request(rename(request), {
    headers: role === undefined ? {} : { authorization: `Bearer ${keys[role]}` },
    ...(sent !== null && { method: 'POST', body: rename(JSON.stringify(sent)) }),
  })
}

const Teams = z.array(
  z.object({ team_id: z.string(), keys: z.array(z.object({ token: z.string() })) }),
)

async function readTeams({ app, keys }: GatewaySimulator) {
  const list = async (key: string, query: string) => {
    const headers = { authorization: `Bearer ${key}` }
    return Teams.parse(await (await app.request(`/team/list${query}`, { headers })).json())
  }
  const [mine] = await list(keys.member, '?user_id=mara')
  const foreign = (await list(keys.master, '')).find((team) => team.team_id !== mine?.team_id)
  const key = mine?.keys[0]?.token
  if (key === undefined || mine === undefined || foreign === undefined) {
    throw new Error('The simulator has too few teams')
  }
  return { own: mine.team_id, other: foreign.team_id, key }
}
