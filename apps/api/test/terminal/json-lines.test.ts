import { expect, test } from 'vitest'
import { z } from 'zod'
import type { RequestLine } from '../../src/terminal/terminal.ts'
import { storeError } from '../../src/store/store-error.ts'
import { createTerminal } from '../../src/terminal/create-terminal.ts'

const Line = z.looseObject({
  level: z.string(),
  time: z.iso.datetime(),
  service: z.literal('podium'),
})

function listen(
  logLevel: 'silent' | 'error' | 'info' | 'debug',
  logFormat: 'text' | 'json' = 'json',
) {
  const texts: string[] = []
  const keep = (text: string) => void texts.push(text)
  const terminal = createTerminal({ logLevel, logFormat }, { out: keep, error: keep })
  const lines = () =>
    texts.map((text) => {
      const { time, ...line } = Line.parse(JSON.parse(text))
      expect(Date.parse(time)).toBeGreaterThan(0)
      return line
    })
  return { terminal, texts, lines }
}

const request: RequestLine = {
  requestId: 'abc-1',
  method: 'GET',
  route: '/api/v1/teams/:id',
  status: 200,
  ms: 1.23456,
  bytes: 512,
}

test('a request is one line of JSON', () => {
  const { terminal, texts, lines } = listen('info')
  terminal.request(request)
  terminal.say('Podium is at http://127.0.0.1:4180')
  expect(texts.every((text) => text.endsWith('\n'))).toBe(true)
  expect(lines()).toEqual([
    { level: 'info', service: 'podium', event: 'request', ...request, ms: 1.235, msg: 'request' },
    { level: 'info', service: 'podium', msg: 'Podium is at http://127.0.0.1:4180' },
  ])
})

test('the log names the kind and the place of an error, and its message only where that is ours', () => {
  const { terminal, texts, lines } = listen('error')
  const error = Object.assign(
    new Error('https://user:sk-canary@gateway?key=sk-canary\n    at canary'),
    {
      name: 'FetchError',
      code: 'ECONNREFUSED',
      status: 502,
      apiKey: 'sk-canary',
      cause: new Error('sk-canary'),
    },
  )
  terminal.fault(error, { requestId: 'abc-2', route: '/tokens' })
  terminal.fault('sk-canary', null)
  terminal.fault(storeError('full', error), null)
  expect(lines()).toMatchObject([
    {
      level: 'error',
      event: 'fault',
      err: {
        type: 'FetchError',
        code: 'ECONNREFUSED',
        status: 502,
        at: expect.stringMatching(
          /^apps\/api\/test\/terminal\/json-lines\.test\.ts:\d+:\d+( < |$)/,
        ),
      },
      requestId: 'abc-2',
      route: '/tokens',
    },
    { level: 'error', err: { type: 'string' } },
    {
      msg: 'Something failed.',
      err: {
        type: 'StoreError',
        code: 'ECONNREFUSED',
        message: 'There is no room left for the database.',
      },
    },
  ])
  expect(texts.join('')).not.toMatch(/canary|gateway/)
})

test('levels leave out what is below them; at error, warnings stay', () => {
  const tellAll = (level: Parameters<typeof listen>[0], format: 'text' | 'json') => {
    const { terminal, texts } = listen(level, format)
    terminal.say('said')
    terminal.warn('warned')
    terminal.request(request)
    return texts.length
  }
  expect(
    (['silent', 'error', 'info', 'debug'] as const).map((level) => tellAll(level, 'json')),
  ).toEqual([0, 1, 3, 3])
  expect(
    (['silent', 'error', 'info', 'debug'] as const).map((level) => tellAll(level, 'text')),
  ).toEqual([0, 1, 2, 3])
})

test('people read a fault as a sentence', () => {
  const { terminal, texts } = listen('info', 'text')
  terminal.fault(new TypeError('sk-canary'), { requestId: 'abc', route: '/tokens' })
  expect(texts.join('')).toMatch(
    /^A request failed: TypeError \(\/tokens, apps\/api\/test\/.+\.ts:\d+:\d+\)\.\n$/,
  )
})
