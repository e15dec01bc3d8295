import { expect, test } from 'vitest'
import { failed, unknownHealth, succeeded } from '../../src/collect/source-health.ts'
import { historySentence } from '../../src/terminal/history-sentence.ts'
import { sourceSentence, untoldSentence } from '../../src/terminal/source-sentence.ts'

test.each([
  [400, null],
  [399, 'History: 1 of 400 days have been read.'],
  [398, null],
  [390, 'History: 10 of 400 days have been read.'],
  [0, 'History: all 400 days have been read.'],
])('with %i days to come it says %s', (unread, sentence) => {
  expect(historySentence(unread, 400)).toBe(sentence)
})

test('without history there is nothing to say', () => {
  expect(historySentence(0, 0)).toBeNull()
})

test('a change of the source is told with its likely cause', () => {
  const down = failed(unknownHealth, 'conn_refused', 2000)
  expect(sourceSentence(unknownHealth, down, 0)).toBe(
    'The gateway cannot be read: nothing answers at its address. Trying again in 2 s.',
  )
  const well = succeeded(9000, 19_000)
  expect(sourceSentence(down, well, 9000)).toBe('The gateway answers again.')
  expect(sourceSentence(well, failed(well, 'auth', 90_000), 30_000)).toBe(
    'The gateway cannot be read: it refused the key (401); LITELLM_API_KEY may be wrong or deleted. The last good data stays. Trying again in 60 s.',
  )
})

test.each([
  ['expired_key', 'the key has expired; set a new one as LITELLM_API_KEY'],
  [
    'partial_view',
    'sees only its own teams; set the key of a proxy_admin_viewer or the master key',
  ],
  ['viewer_refused', 'LiteLLM 1.74 refuses the key of a proxy_admin_viewer, 1.78 does not'],
  ['no_database', 'it has lost its database'],
] as const)('%s is told with what helps', (reason, words) => {
  expect(sourceSentence(unknownHealth, failed(unknownHealth, reason, 1000), 0)).toContain(words)
})

test('a day that the gateway does not tell is named, with the likely cause', () => {
  expect(untoldSentence('2026-11-18', 'timeout')).toBe(
    'The gateway does not tell 2026-11-18: it does not answer in time. Podium asks again, at least once an hour; other days do not wait for it.',
  )
})

test('a gateway that is still waited for is no gateway that is tried again', () => {
  const well = succeeded(9000, 19_000)
  const silent = { ...failed(well, 'timeout', 0), nextAttemptAt: null }
  expect(sourceSentence(well, silent, 30_000)).toBe(
    'The gateway cannot be read: it does not answer in time. The last good data stays. It is still waited for.',
  )
})
