import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import ChartTable from '../../../src/ui/charts/ChartTable.vue'
import type { ChartTableData } from '../../../src/ui/charts/chart-table.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'
import { twoTeams } from '../../support/chart-table.ts'
import { expectAccessible } from '../../support/expect-accessible.ts'

const providers: ChartTableData = {
  columns: [
    { key: 'provider', label: 'Provider', kind: 'words' },
    { key: 'tokens', label: 'Tokens', kind: 'count' },
    { key: 'requests', label: 'Requests', kind: 'count' },
    { key: 'spend', label: 'Spend', kind: 'usd' },
    { key: 'time', label: 'Mean time', kind: 'seconds' },
  ],
  rows: [
    { key: 'openai', head: { label: 'openai' }, cells: [384_213_907, 132_487, 806.85, 3.21] },
    { key: 'hosted', head: { label: 'hosted_vllm_with_a_long_name' }, cells: [1, 2, null, null] },
  ],
  foot: [{ key: 'total', head: { label: 'Total' }, cells: [384_213_908, 132_489, 806.85, null] }],
}

async function shown(table: ChartTableData, width: number) {
  await page.viewport(width, 600)
  const { container } = await render(ChartTable, { props: { caption: 'Providers', table } })
  const find = (selector: string) => container.querySelector<HTMLElement>(selector)
  const region = find('[role=region]')
  if (region === null) throw new Error('there is no table')
  return { container, find, region }
}
const headsOf = (container: Element) =>
  [...container.querySelectorAll('tbody tr:first-child td')].map(
    (cell) => getComputedStyle(cell, '::before').content,
  )

test('where its columns have no room each row is a name above its values, and nothing scrolls sideways', async () => {
  const { container, find, region } = await shown(providers, 320)
  await expect.poll(() => find('table')?.classList.contains('stacked')).toBe(true)
  expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth)
  expect(headsOf(container)[0]).toContain('Tokens')
  // It is still a table, for those who do not see it.
  expect(find('tbody tr')?.getAttribute('role')).toBe('row')
  expect(find('thead th')?.getAttribute('role')).toBe('columnheader')
  await expectAccessible(container)
})

test('where there is room it is a table with its heads above', async () => {
  const { container, find } = await shown(providers, 900)
  expect(find('table')?.classList.contains('stacked')).toBe(false)
  expect(headsOf(container)[0]).toBe('none')
  await expectAccessible(container)
})

test('instants are compared down their columns: theirs scroll, and fade where there is more', async () => {
  const many = Array.from({ length: 12 }, (_, index) => ({
    key: `t_${index}`,
    label: `Team ${index}`,
    kind: 'count' as const,
  }))
  const { find, region, container } = await shown(
    {
      columns: [...twoTeams.columns.slice(0, 1), ...many],
      rows: twoTeams.rows.map((row) => ({ ...row, cells: many.map(() => 1_234_567) })),
    },
    320,
  )
  expect(find('table')?.classList.contains('stacked')).toBe(false)
  await expect.poll(() => region.dataset['more']).toBe('right')
  expect(getComputedStyle(region).maskImage).not.toBe('none')
  region.scrollLeft = 100
  await expect.poll(() => region.dataset['more']).toBe('left right')
  region.scrollLeft = 10_000
  await expect.poll(() => region.dataset['more']).toBe('left')
  await expectAccessible(container)
})
