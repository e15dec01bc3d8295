import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { FaultName, Listening } from '../../src/index.ts'
import { ask, startSimulator } from '../simulator.ts'

const { simulator } = startSimulator({ profile: '1.78' })
let gateway: Listening
let limitedKey = ''

beforeAll(async () => {
  const made = await ask(simulator, '/key/generate', { body: { allowed_routes: ['/key/info'] } })
  limitedKey = z.object({ key: z.string() }).parse(made.json).key
  gateway = await simulator.listen()
})
afterAll(() => gateway.close())

/** What the head of the answer says, whatever becomes of its body. */
async function readHead(path: string, key: string): Promise<unknown[]> {
  const headers = { authorization: `Bearer ${key}` }
  return new Promise((resolve, reject) => {
    const request = get(`${gateway.url}${path}`, { headers, maxHeaderSize: 65_536 }, (answer) => {
      resolve([answer.statusCode, answer.headers['content-type']])
      answer.destroy()
    })
    request.on('error', reject)
  })
}

test.each([
  'truncated-body',
  'corrupt-gzip',
  'not-gzip',
  'huge-header',
  'early-hints',
  'trailers',
] as const)('%s leaves status and type as they were', async (name: FaultName) => {
  const { keys } = simulator
  const questions = [
    ['/v2/team/list', keys.master],
    ['/team/daily/activity/aggregated', keys.master],
    ['/v2/team/list', keys.unknown],
    ['/v2/team/list', limitedKey],
  ] as const
  const genuine = await Promise.all(questions.map(([path, key]) => readHead(path, key)))
  const injection = simulator.faults.inject(name)
  const found = await Promise.all(questions.map(([path, key]) => readHead(path, key)))
  injection.clear()
  expect(genuine).toEqual([
    [200, 'application/json'],
    [404, 'application/json'],
    [401, 'application/json'],
    [500, 'text/plain; charset=utf-8'],
  ])
  expect(found).toEqual(genuine)
})
