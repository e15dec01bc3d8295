import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import type { TeamDetail } from '@podium/contracts'
import { RequestError } from '../../../src/api/request-error.ts'
import { rankedRows } from '../../../src/features/board/ranked-rows.ts'
import TeamDrawer from '../../../src/features/team/TeamDrawer.vue'
import { boardRow, boardWith } from '../../support/board.ts'
import { expectAccessible } from '../../support/expect-accessible.ts'
import { renderPage } from '../../support/render-page.ts'
import { nextLever, teamWith } from '../../support/team.ts'

const board = boardWith([
  boardRow('Retrieval-Augmented Rabbits of the Rhine', 5_000_000),
  boardRow('Latent Lions', 3_840_000),
])
const drawer = (team: () => Promise<TeamDetail>, teamId = 't_Latent Lions') =>
  renderPage(TeamDrawer, {
    props: { teamId, open: true, measure: board.measure, rows: rankedRows(board.rows) },
    api: { team, nextLever: () => Promise.resolve(nextLever) },
  })
const card = (container: Element) => container.querySelector('.lever + div:not(.unsettled)')
const waiting = (container: Element) => container.querySelectorAll('.skeleton').length

test.each(['light', 'dark'] as const)('it is accessible in the %s theme', async (theme) => {
  document.documentElement.dataset['theme'] = theme
  const detail = teamWith({ team: { ...teamWith().team, blocked: true } })
  const { container } = await drawer(() => Promise.resolve(detail))
  await expect.poll(() => card(container)).not.toBeNull()
  await expectAccessible(container)
})

test.each(['light', 'dark'] as const)(
  'of a team that nobody knows it is accessible in the %s theme',
  async (theme) => {
    document.documentElement.dataset['theme'] = theme
    const unknown = new RequestError('refused', 'There is no such team.', { status: 404 })
    const { container } = await drawer(() => Promise.reject(unknown), 't_nobody')
    await expect.poll(() => container.querySelector('.error')).not.toBeNull()
    await expectAccessible(container)
  },
)

test('the whole gap to the place ahead can be read, with the name of who holds it', async () => {
  const { container } = await drawer(() => Promise.resolve(teamWith()))
  await expect.poll(() => card(container)).not.toBeNull()
  const gap = container.querySelector('.place p')
  expect(gap?.textContent).toBe(
    'Tokens 1.16\u202FM to 1st, Retrieval-Augmented Rabbits of the Rhine',
  )
  expect(gap?.scrollHeight).toBe(gap?.clientHeight)
})

test('a fast answer shows no skeleton, a slow one does', async () => {
  const { promise, resolve } = Promise.withResolvers<TeamDetail>()
  const { container } = await drawer(() => promise)
  expect(container.querySelector('dialog[open]')?.textContent).toBe('Latent Lions')
  expect(waiting(container)).toBe(0)
  await expect.poll(() => waiting(container)).toBe(4)
  resolve(teamWith())
  await expect.poll(() => card(container)).not.toBeNull()
  expect(waiting(container)).toBe(0)
})

test('another language asks for nothing again', async () => {
  let asked = 0
  const { container, i18n } = await drawer(() =>
    Promise.resolve(teamWith()).finally(() => (asked += 1)),
  )
  await expect.poll(() => card(container)).not.toBeNull()
  await i18n.choose('de')
  await expect.poll(() => container.textContent).toContain('Erfolg')
  expect(asked).toBe(1)
})

test('where nothing is known over time there is no empty chart', async () => {
  const detail = teamWith({ series: { ...teamWith().series, lines: [] } })
  const { container } = await drawer(() => Promise.resolve(detail))
  await expect.poll(() => card(container)).not.toBeNull()
  expect(container.querySelector('svg[role=img]')).toBeNull()
})

test('a tap on the chart says what there was, and a second one hides it; a swipe says nothing', async () => {
  const { container } = await drawer(() => Promise.resolve(teamWith()))
  await expect.poll(() => container.querySelector('.plot')).not.toBeNull()
  const plot = container.querySelector('.plot')
  const head = () => plot?.parentElement?.textContent ?? ''
  const before = head()
  const clientX = (plot?.getBoundingClientRect().right ?? 0) - 2
  const touch = (kind: string, clientY: number) =>
    plot?.dispatchEvent(
      new PointerEvent(kind, { pointerType: 'touch', isPrimary: true, clientX, clientY }),
    )
  const drag = (by: number) => {
    touch('pointerdown', 10)
    touch('pointerup', 10 + by)
    touch('pointerleave', 10 + by)
  }
  drag(0)
  await expect.poll(head).not.toBe(before)
  drag(0)
  await expect.poll(head).toBe(before)
  drag(60)
  await nextTick()
  expect(head()).toBe(before)
})
