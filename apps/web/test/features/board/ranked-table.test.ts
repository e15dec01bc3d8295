import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import RankedTable from '../../../src/features/board/RankedTable.vue'
import { rankedRows } from '../../../src/features/board/ranked-rows.ts'
import { boardRow, boardWith } from '../../support/board.ts'
import { expectAccessible } from '../../support/expect-accessible.ts'
import { inBoard } from '../../support/in-board.ts'
import { renderPage } from '../../support/render-page.ts'

const names = ['Latent Lions', 'Prompt Pilots', 'Cache Me Outside', 'Kernel Panic', 'Byte Club']
const board = boardWith(names.map((name, at) => boardRow(name, 3_840_000 - at * 900_000)))
const table = (over: Partial<typeof board> = {}, props = {}) => {
  const shown = { ...board, ...over }
  return renderPage(inBoard(RankedTable), {
    props: {
      rows: rankedRows(shown.rows),
      measure: shown.measure,
      failuresRecorded: shown.failures_recorded,
      weights: shown.weights,
      trendHours: 6,
      isWhole: true,
      mine: null,
      ...props,
    },
    api: { team: () => new Promise(() => undefined) },
  })
}

test('the rows stand in the order of their rank, the first three as steps', async () => {
  const { container } = await table()
  const rows = [...container.querySelectorAll('[data-team]')]
  expect(rows.map((row) => row.querySelector('bdi')?.textContent)).toEqual(names)
  expect(rows.map((row) => row.classList.contains('step'))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect(rows[0]?.querySelector('strong')?.textContent).toBe('3.84M')
  expect(rows[3]?.querySelector('.gap')?.textContent).toBe('900\u202Fk to 3rd')
})

test.each([
  ['light', 'tokens'],
  ['dark', 'score'],
] as const)('it is accessible in the %s theme by %s', async (theme, measure) => {
  document.documentElement.dataset['theme'] = theme
  const { container } = await table({ measure })
  await expectAccessible(container)
})

test.each([1, 2, 3])(
  'over the steps of %i teams the rule of the score can be read whole, and no fact stands behind a gap',
  async (count) => {
    await page.viewport(768, 900)
    const rows = board.rows.slice(0, count)
    const { container } = await table(boardWith(rows, { measure: 'score' }))
    const keys = [...container.querySelectorAll('.legend .key, .legend button')]
    expect(keys).toHaveLength(6)
    const edges = keys.flatMap((key) => {
      const { left, right, top, bottom } = key.getBoundingClientRect()
      return [left + 2, right - 2].map((x) => ({ key, x, y: (top + bottom) / 2 }))
    })
    const covered = edges.filter(({ key, x, y }) => !key.contains(document.elementFromPoint(x, y)))
    expect(covered.map(({ key }) => key.textContent)).toEqual([])
    const [first] = container.querySelectorAll('.step .facts')
    const shown = [...(first?.children ?? [])].find((fact) => fact.getClientRects().length > 0)
    expect(shown?.getBoundingClientRect().left).toBe(first?.getBoundingClientRect().left)
  },
)

test('in a search there is no podium', async () => {
  const { container } = await table({}, { isWhole: false })
  expect(container.querySelector('.step')).toBeNull()
  expect(container.querySelectorAll('.line[data-team]')).toHaveLength(5)
})

test('a row opens and closes by the keyboard alone, and the arrows go from row to row', async () => {
  const { container } = await table()
  const toggles = [...container.querySelectorAll<HTMLElement>('[data-team] [aria-expanded]')]
  toggles[0]?.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(toggles[0]?.getAttribute('aria-expanded')).toBe('true')
  expect(container.querySelector('[data-details]')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  expect(toggles[0]?.getAttribute('aria-expanded')).toBe('false')
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(toggles[1])
  await userEvent.keyboard('{Enter}')
  expect(toggles[1]?.getAttribute('aria-expanded')).toBe('true')
})

test('of a thousand teams only those around the view are drawn, and the list is as long as all', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => boardRow(`Team ${at}`, 5000 - at))
  const { container } = await table(boardWith(rows))
  const drawn = () => container.querySelectorAll('[data-team]').length
  await expect.poll(drawn).toBeLessThan(120)
  const height = container.getBoundingClientRect().height
  expect(height).toBeGreaterThan(900 * 50)
  scrollTo(0, height - innerHeight)
  await expect.poll(() => container.textContent).toContain('Team 999')
  expect(drawn()).toBeLessThan(120)
})

test('an open row that leaves the view leaves the list as long as it was, and so does its return', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => boardRow(`Team ${at}`, 5000 - at))
  scrollTo(0, 0)
  const { container } = await table(boardWith(rows))
  const list = () => container.getBoundingClientRect().height
  const drawn = () => container.querySelectorAll('[data-team]').length
  await expect.poll(drawn).toBeLessThan(60)
  const closed = list()
  container.querySelector<HTMLElement>('.line [aria-expanded]')?.click()
  await expect.poll(() => container.querySelector('[data-details] .wait')).not.toBeNull()
  const open = list()
  expect(open).toBeGreaterThan(closed + 100)
  scrollTo(0, 20_000)
  await expect.poll(() => container.querySelector('[data-details]')).toBeNull()
  expect(list()).toBe(open)
  scrollTo(0, 0)
  await expect.poll(() => container.querySelector('[data-details] .wait')).not.toBeNull()
  expect(list()).toBe(open)
})

test('on paper there are all teams', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => boardRow(`Team ${at}`, 5000 - at))
  const { container } = await table(boardWith(rows))
  const drawn = () => container.querySelectorAll('[data-team]').length
  await expect.poll(drawn).toBeLessThan(60)
  dispatchEvent(new Event('beforeprint'))
  await expect.poll(drawn).toBe(200)
  dispatchEvent(new Event('afterprint'))
  await expect.poll(drawn).toBeLessThan(60)
})

test('a hostile name is shown as the text it is', async () => {
  const name = '<img src=x onerror=alert(1)> \u202Etxt.exe 🏳️‍🌈' + 'x'.repeat(10_000)
  const { container } = await table(boardWith([boardRow(name, 5)]))
  expect(container.querySelector('img')).toBeNull()
  expect(container.querySelector('bdi')?.textContent).toBe(name)
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
})
