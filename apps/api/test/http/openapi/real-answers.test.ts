import { Teams } from '@podium/contracts'
import { expect, test } from 'vitest'
import { describeApi } from '../../../src/http/openapi/describe-api.ts'
import { createJudge } from '../../support/judge-answer.ts'
import { livePodium } from '../../support/live-podium.ts'

const startsAt = Date.parse('2026-11-20T09:00:00Z')

/** What else is asked at an address; nothing is asked everywhere. */
const queries: Record<string, readonly string[]> = {
  '/api/v1/board': [
    'fields=team&fields=value',
    'fields=usage.tokens&fields=usage.spend_usd&fields=sparkline',
    'measure=score&fields=usage&fields=score&fields=rank',
    'range=1h&measure=spend&tz=Asia/Kathmandu',
    'measure=beauty',
  ],
  '/api/v1/series': [
    ...['bucket=minute&by=model', 'range=7d&by=none', 'by=provider&measure=spend'],
    ...['compare=before&order=change&then=model', 'measure=success&bucket=all', 'cumulative=true'],
    'measure=cost_per_1m_tokens&by=model&compare=before',
  ],
  '/api/v1/usage': [
    'by=model&then=team&compare=before',
    'range=24h&by=provider&top=1',
    'by=team&then=team',
  ],
  '/api/v1/models': ['range=24h', 'model=nothing'],
  '/api/v1/matrix': ['measure=spend', 'from=2026-11-19'],
  '/api/v1/budgets': ['range=7d', 'team=t_nobody'],
  '/api/v1/race': [
    'measure=score&range=24h',
    'measure=momentum',
    'range=1h&measure=spend&top=2',
    'own=t_x',
  ],
  '/api/v1/hours': ['tz=Asia/Kathmandu', 'range=7d'],
  '/api/v1/export/board.json': ['measure=score', 'range=1h'],
  '/api/v1/export/series.json': ['bucket=minute&by=model', 'range=7d&by=none'],
  '/api/v1/export/usage.json': ['compare=before&by=model', 'by=none'],
  '/api/v1/export/race.json': ['measure=score&range=24h'],
  '/api/v1/export/models.json': ['range=24h'],
  '/api/v1/export/matrix.json': ['measure=spend'],
  '/tokens': ['start_date=2026-11-20', 'start_date=2026-02-30'],
  '/tokens/hourly': ['team=nobody', 'start_date=2026-11-20'],
  '/api/v1/status': ['colour=red'],
}

test('whatever an address answers, the document describes it', async () => {
  const { get, ask, routes } = await livePodium({ startsAt, minutes: 12 })
  const { teams } = await ask('/api/v1/teams', Teams)
  const api = describeApi(routes, '1.2.3', {})
  const judge = createJudge(api)

  async function judgeAt(path: string, address: string): Promise<void> {
    const answer = await get(address)
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const status = String(answer.status)
    const described = api.paths[path]?.['get']?.responses[status]
    expect(described, `${address} ${status}`).toBeDefined()
    if (type === 'application/problem+json') {
      expect(status, address).toMatch(/^4/)
      expect(await answer.json()).toMatchObject({ status: answer.status })
      return
    }
    const content =
      described !== undefined && 'content' in described ? (described.content ?? {}) : {}
    expect(Object.keys(content), address).toEqual([type])
    if (type !== 'application/json' || path === '/openapi.json') return
    expect(judge({ path, status, type, value: await answer.json() }), address).toEqual([])
  }

  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    const address = route.path.replace(':id', teams[0]?.id ?? '')
    for (const query of ['', ...(queries[route.path] ?? [])])
      await judgeAt(path, query === '' ? address : `${address}?${query}`)
  }
})
