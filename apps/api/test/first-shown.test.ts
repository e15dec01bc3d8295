import { Board } from '@podium/contracts'
import { expect, test } from 'vitest'
import { addDays, utcDate } from '../src/domain/utc-day.ts'
import { eventually } from './support/eventually.ts'
import { startPodium } from './support/living-podium.ts'
import { findPostgres } from './support/postgres/postgres-server.ts'
import { startReplicas } from './support/replicas.ts'
import { startStoppableGateway } from './support/stoppable-gateway.ts'

const key = 'sk-shown-1234'

/** A question about one day of the past, as the page asks it. */
function aboutDay(daysAgo: number) {
  const day = addDays(utcDate(Date.now()), -daysAgo)
  return {
    path: `/api/v1/board?from=${day}&to=${day}&tz=UTC&basis=auto`,
    isRead: (answer: unknown) => Board.parse(answer).window.unread_days.length === 0,
  }
}

test('while the past loads, the days that somebody looks at are read first', async () => {
  const gateway = await startStoppableGateway(key)
  const podium = startPodium(gateway, { HISTORY_DAYS: '300' })
  const web = await podium.at()
  const { path, isRead } = aboutDay(250)
  await eventually(async () => (await web.get(path)).json(), isRead)
  expect((await web.status()).history.unread).toBeGreaterThan(150)
})

test('on PostgreSQL that is so for who asks the process that collects; a question to another one changes nothing', async () => {
  const server = await findPostgres()
  try {
    const gateway = await startStoppableGateway(key)
    const { first, second } = await startReplicas(server, gateway, { HISTORY_DAYS: '14' })
    const oldest = aboutDay(14)
    await eventually(() => second.read(oldest.path), oldest.isRead)
    // It comes last; that all is read is told a moment later.
    expect((await first.status()).history.unread).toBeLessThan(2)
  } finally {
    await server.stop()
  }
})
