import type { Status } from '@podium/contracts'
import { expect, test } from 'vitest'
import { gatewayNotice } from '../../../src/features/trust/gateway-notice.ts'
import { RequestError } from '../../../src/api/request-error.ts'
import { words as de } from '../../../src/i18n/messages/de/index.ts'
import { words as en } from '../../../src/i18n/messages/en/index.ts'
import { createFormat } from '../../../src/lib/format.ts'
import { statusWith } from '../../support/status.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const format = createFormat('en', en.units, 'UTC')
const notice = (status: Status | undefined, error?: unknown) =>
  gatewayNotice({ status, error, now }, en, format)

const down = {
  name: 'activity',
  state: 'down',
  reason: 'conn_refused',
  last_success_at: '2026-11-21T11:58:02Z',
  next_attempt_at: '2026-11-21T12:00:08Z',
  consecutive_failures: 3,
} as const

test('all is well, so nothing is said', () => {
  expect(notice(statusWith({}))).toBeNull()
  expect(notice(undefined)).toBeNull()
})

test('a gateway that is down is told with its likely cause and what happens next', () => {
  expect(notice(statusWith({ sources: [down] }))).toEqual({
    tone: 'warn',
    heading: 'The gateway cannot be read',
    text: 'Nothing answers at its address. What you see is from Nov 21, 2026, 11:58. Trying again in 8 s.',
  })
})

test('a rejected key is for whoever runs Podium, in German too', () => {
  const source = { ...down, state: 'auth_error', reason: 'auth', next_attempt_at: null } as const
  const known = { status: statusWith({ sources: [source] }), error: undefined, now }
  expect(gatewayNotice(known, de, createFormat('de', de.units, 'UTC'))).toEqual({
    tone: 'bad',
    heading: 'Das Gateway hat den Schlüssel abgelehnt (401)',
    text: 'LITELLM_API_KEY ist vielleicht falsch oder gelöscht. Bitte die Betreuung von Podium, LITELLM_API_KEY zu prüfen. Du siehst den Stand von 21.11.2026, 11:58. Der nächste Versuch läuft.',
  })
})

test.each([
  ['expired_key', 'auth_error', 'The key for the gateway has expired'],
  ['no_database', 'down', 'The gateway has lost its database'],
  ['timeout', 'down', 'The gateway cannot be read'],
] as const)('%s has its own heading where there is one', (reason, state, heading) => {
  expect(notice(statusWith({ sources: [{ ...down, reason, state }] }))?.heading).toBe(heading)
})

test('days that are still to be read move nothing: they are told where the age is', () => {
  expect(notice(statusWith({ history: { days: 40, unread: 3 } }))).toBeNull()
})

test('where Podium itself is out of reach, what is shown stays and says so', () => {
  expect(notice(statusWith({}), new Error('gone'))?.tone).toBe('bad')
})

test.each([
  statusWith({ store: { state: 'full', since: '2026-11-21T11:59:00Z' }, sources: [down] }),
  undefined,
])('a database that is away is told before the gateway, which may be well', (status) => {
  const refused = new RequestError('refused', 'Away', { status: 503, store: 'full' })
  expect(notice(status, status === undefined ? refused : undefined)).toEqual({
    tone: 'bad',
    heading: 'The database of Podium has a problem',
    text: 'Likely cause: it has no room left. What you see is the last that is known. Podium tries again by itself.',
  })
})
