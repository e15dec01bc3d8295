import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { scriptedServer } from './support/scripted-server.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof scriptedServer>>

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await scriptedServer()
})
afterEach(() => server.close())

const problem = (status: number, detail: string) => ({
  status,
  type: 'application/problem+json',
  body: { type: 'about:blank', title: 'Unauthorized', status, detail },
})

test('where a token is needed the page asks for one, says when it is wrong, and opens', async () => {
  server.answers.set('/api/v1/status', problem(401, 'A token is needed.'))
  server.answers.set('/api/v1/session', problem(401, 'That opens nothing here.'))
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${server.port}/`)
  const field = page.getByLabel('Token', { exact: true })
  await field.fill('wrong')
  await field.press('Enter')
  await page.getByText('This token is wrong.').waitFor()

  const session = { role: 'viewer', via: 'session', ways: ['token'] }
  server.answers.set('/api/v1/session', { status: 200, body: session })
  // Not before the token is sent: a page that may read again asks for none.
  const sending = page
    .waitForRequest((request) => request.method() === 'POST')
    .then((request) => {
      server.answers.delete('/api/v1/status')
      return request
    })
  await field.fill('right')
  await field.press('Enter')
  const posted = await sending
  expect(posted.postDataJSON()).toEqual({ token: 'right' })
  expect(posted.headers()['x-podium']).toBe('1')
  await page.getByText('Gateway answers', { exact: true }).waitFor()
  await page.close()
})

test('the one-time link is redeemed and leaves the address', async () => {
  const session = { role: 'admin', via: 'session', ways: [] }
  server.answers.set('/api/v1/session', { status: 200, body: session })
  const page = await browser.newPage()
  const [posted] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST'),
    page.goto(`http://127.0.0.1:${server.port}/#admin=one-time`),
  ])
  expect(posted.postDataJSON()).toEqual({ code: 'one-time' })
  await page.locator('.toast').getByText('You are signed in as admin.').waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await page.close()
})
