import { expect, test } from 'vitest'
import { createAnswerCache } from '../../../src/http/cache/answer-cache.ts'
import type { Plan } from '../../../src/http/routes/route.ts'

const asked = { path: '/tokens', audience: 'viewer', address: '/q?x' }
const days = { from: '2026-11-18', to: '2026-11-19' }

function createWorld(maxBytes?: number) {
  const world = { version: 1, daysVersion: 'a', reads: 0, text: 'one' }
  const versions = { all: () => world.version, ofDays: () => Promise.resolve(world.daysVersion) }
  const plan = (parts: Partial<Plan> = {}): Plan => ({
    question: 'q',
    until: null,
    days: null,
    read: () => {
      world.reads += 1
      return Promise.resolve({ text: world.text })
    },
    ...parts,
  })
  return { world, plan, answers: createAnswerCache(versions, maxBytes) }
}

test('five hundred who ask at once cause one read', async () => {
  const { world, plan, answers } = createWorld()
  const found = await Promise.all(Array.from({ length: 500 }, () => answers.answer(asked, plan())))
  expect(world.reads).toBe(1)
  expect(new Set(found).size).toBe(1)
})

test('another version, question, path or audience is read anew', async () => {
  const { world, plan, answers } = createWorld()
  await answers.answer(asked, plan())
  await answers.answer({ ...asked, audience: 'admin' }, plan())
  await answers.answer({ ...asked, path: '/other' }, plan())
  await answers.answer(asked, plan({ question: 'r' }))
  expect(world.reads).toBe(4)
  await answers.answer(asked, plan())
  expect(world.reads).toBe(4)
  world.version = 2
  await answers.answer(asked, plan())
  expect(world.reads).toBe(5)
})

test('an answer that came out the same keeps its bytes and its tag', async () => {
  const { world, plan, answers } = createWorld()
  const first = await answers.answer(asked, plan())
  world.version = 2
  const second = await answers.answer(asked, plan())
  expect(second).toBe(first)
  world.version = 3
  world.text = 'two'
  const third = await answers.answer(asked, plan())
  expect(third?.etag('br')).not.toBe(first?.etag('br'))
})

test('days that nothing was booked for outlive versions', async () => {
  const { world, plan, answers } = createWorld()
  await answers.answer(asked, plan({ days }))
  world.version = 2
  world.text = 'two'
  const again = await answers.answer(asked, plan({ days }))
  expect([world.reads, again?.plain.toString()]).toEqual([1, '{"text":"one"}'])
  world.version = 3
  world.daysVersion = 'b'
  await answers.answer(asked, plan({ days }))
  expect(world.reads).toBe(2)
})

test('what is booked for a day while it is read is not missed', async () => {
  const { world, plan, answers } = createWorld()
  const read = () => {
    world.daysVersion = 'b'
    return Promise.resolve({ text: 'half' })
  }
  await answers.answer(asked, plan({ days, read }))
  world.version = 2
  await answers.answer(asked, plan({ days }))
  expect(world.reads).toBe(1)
})

test('neither nothing nor an error is kept', async () => {
  const { world, plan, answers } = createWorld()
  expect(await answers.answer(asked, plan({ read: () => Promise.resolve(null) }))).toBeNull()
  const failing = plan({ read: () => Promise.reject(new Error('busy')) })
  await expect(answers.answer(asked, failing)).rejects.toThrow('busy')
  expect(await answers.answer(asked, plan())).not.toBeNull()
  expect(world.reads).toBe(1)
})

test('what does not fit is answered all the same', async () => {
  const { world, plan, answers } = createWorld(10)
  for (let times = 0; times < 2; times += 1)
    expect(await answers.answer(asked, plan())).not.toBeNull()
  expect(world.reads).toBe(2)
})

test('only a read needs a turn, and without one nothing is read', async () => {
  const { world, plan, answers } = createWorld()
  const refuse = () => {
    throw new Error('busy')
  }
  await expect(answers.answer(asked, plan(), refuse)).rejects.toThrow('busy')
  expect(world.reads).toBe(0)
  await answers.answer(asked, plan())
  expect(await answers.answer(asked, plan(), refuse)).not.toBeNull()
})
