import { defineComponent, h, shallowRef } from 'vue'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import ChartCard from '../../../src/ui/charts/ChartCard.vue'
import { provideChartLinks, type ChartName } from '../../../src/ui/charts/chart-links.ts'
import { createToasts, toastsKey } from '../../../src/ui/toasts.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'
import { twoTeams } from '../../support/chart-table.ts'
import { expectAccessible } from '../../support/expect-accessible.ts'

const files = {
  name: 'podium-time-2026-11-21-2026-11-22',
  csv: '/api/v1/export/series.csv?range=today',
  json: '/api/v1/series?range=today',
  link: () => 'http://podium.test/analytics?from=2026-11-21#time',
}

async function shown(props: Record<string, unknown>) {
  const chosen = shallowRef<[ChartName, boolean][]>([])
  const page = defineComponent(() => {
    provideChartLinks((name, isAdded) => (chosen.value = [...chosen.value, [name, isAdded]]))
    return () =>
      h(
        ChartCard,
        {
          id: 'time',
          heading: 'Tokens over time',
          question: 'When was it used, and by whom?',
          state: 'ready',
          ...props,
        },
        { default: () => h('p', 'the picture') },
      )
  })
  const { container } = await render(page, {
    global: { provide: { [toastsKey]: createToasts() } },
  })
  const find = (selector: string) => container.querySelector<HTMLElement>(selector)
  return { container, find, chosen }
}

test('the table says what it is given, in full', async () => {
  const { container, find } = await shown({ table: twoTeams, isTable: true })
  const rows = [...container.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  )
  expect(rows).toEqual([
    ['From', 'Latent Lions', 'Others', 'All'],
    ['10:00', '1,234,567', '3', '$0.000123'],
    ['11:00 (so far)', 'not known–', '4', 'no price'],
    ['Total', '1,234,567', '7', '$1.50'],
  ])
  expect(find('caption')?.textContent.trim()).toBe('Tokens over time')
  expect(find('tbody time')?.getAttribute('datetime')).toBe('2026-11-21T10:00:00Z')
  expect([...container.querySelectorAll('th')].map((head) => head.scope)).toEqual([
    'col',
    'col',
    'col',
    'col',
    'row',
    'row',
    'row',
  ])
})

test('the button Table shows the numbers instead of the picture, and back', async () => {
  const { container, find } = await shown({ table: twoTeams })
  const button = find('button[aria-pressed]')
  expect(button?.textContent.trim()).toBe('Table')
  expect(find('table')).toBeNull()
  button?.click()
  await expect.poll(() => find('table')?.textContent).toContain('Latent Lions')
  expect(button?.getAttribute('aria-pressed')).toBe('true')
  expect(find('[role=region]')?.getAttribute('aria-label')).toBe('Tokens over time, rows')
  expect(container.querySelector('p:not(.question)')?.checkVisibility()).toBe(false)
  button?.click()
  await expect.poll(() => find('table')).toBeNull()
})

test('the menu Export offers the files, the link and the question to the API', async () => {
  const { container, find } = await shown({ table: twoTeams, files })
  find('[aria-haspopup=menu]')?.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => document.activeElement?.textContent.trim()).toBe('CSV')
  const items = [...container.querySelectorAll('[role=menuitem]')].map((item) => [
    item.textContent.trim(),
    item.getAttribute('href'),
    item.getAttribute('download'),
    item.getAttribute('target'),
  ])
  expect(items).toEqual([
    ['CSV', files.csv, `${files.name}.csv`, null],
    ['PNG', null, null, null],
    ['Copy link', null, null, null],
    ['Open as JSON', files.json, null, '_blank'],
  ])
  await userEvent.keyboard('{End}')
  expect(document.activeElement?.textContent.trim()).toBe('Open as JSON')
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => document.activeElement).toBe(find('[aria-haspopup=menu]'))
})

test('a name is a filter: a click shows it alone, Shift adds it', async () => {
  const { find, chosen } = await shown({ table: twoTeams, isTable: true })
  const name = find('thead button')
  expect(name?.title).toBe('Show only Latent Lions')
  name?.click()
  name?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
  expect(chosen.value.map(([{ key }, isAdded]) => [key, isAdded])).toEqual([
    ['t_1', false],
    ['t_1', true],
  ])
})

test.each([
  [
    { shown: 10_540_749, untimed: 199_210, whole: 10_739_959, isGateway: true },
    'Shown 10,540,749 + no known time 199,210 = gateway 10,739,959',
  ],
  [
    { shown: 5, untimed: 0, teamless: 2, whole: 7, isGateway: false, atEdges: 3 },
    'Shown 5 + without a team 2 = this range 7 · up to 3 more on the days at its edges',
  ],
  [
    { shown: 5, whole: 7, isGateway: true, apart: 2 },
    'Shown 5 = gateway 7 · 2 off the gateway’s own total',
  ],
])('the line under the card adds up: %j', async (line, text) => {
  const { find } = await shown({ reconciliation: { kind: 'count', ...line } })
  const group = find('[role=group][aria-label=Reconciliation]')
  expect(group?.textContent.replaceAll(/\s+/g, ' ').trim()).toBe(text)
  expect(group?.classList.contains('apart')).toBe('apart' in line)
})

test('a card that failed says why and offers to try again', async () => {
  const { find } = await shown({ state: 'error', cause: 'The database is busy', files })
  expect(find('.problem')?.textContent).toContain('This card could not be loaded')
  expect(find('.problem')?.textContent).toContain('The database is busy')
})

test.each(['light', 'dark'])(
  'a card and its table are accessible in the %s theme',
  async (theme) => {
    document.documentElement.dataset['theme'] = theme
    const { container } = await shown({
      table: twoTeams,
      isTable: true,
      files,
      staleFrom: '14:03',
      reconciliation: { kind: 'count', shown: 1, whole: 2, isGateway: true, apart: 1 },
    })
    await expectAccessible(container)
  },
)
