import type { Component } from 'vue'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import ActiveFilters from '../../../src/features/filters/ActiveFilters.vue'
import CustomRange from '../../../src/features/filters/CustomRange.vue'
import FilterDialog from '../../../src/features/filters/FilterDialog.vue'
import RangePicker from '../../../src/features/filters/RangePicker.vue'
import { boardWith, noUsage } from '../../support/board.ts'
import { expectAccessible } from '../../support/expect-accessible.ts'
import { renderPage } from '../../support/render-page.ts'

const hostile = '<img src=x onerror=alert(1)> \u202Etxt.exe 🏳️‍🌈' + 'x'.repeat(10_000)
const teams = [
  { id: 't_1', name: 'Latent Lions', gone: false, mark: 0 },
  { id: 't_2', name: hostile, gone: false, mark: 0 },
]
const model = {
  model: 'gpt-5-mini',
  provider: 'openai',
  underlying: [],
  list_price: null,
  paid_per_1m_tokens: null,
  teams: 1,
  share: 1,
  cache_saving_usd: null,
  usage: noUsage,
}
const { window, left_out, totals } = boardWith([])
const nothing = { shown: 0, no_known_time: 0, unassigned: 0, dashboard: 0 }
const balance = { measure: 'tokens' as const, ...nothing, whole: 0, apart: 0, uncertain: 0 }
const models = { data_version: 1, window, left_out, models: [model], totals, balance }
const api = {
  teams: () => Promise.resolve({ data_version: 1, teams }),
  models: () => Promise.resolve(models),
}
const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? id
const at = '/?team=t_1&team=t_2&model=gpt-5-mini'
const shown: Record<string, [Component, string, Record<string, unknown>]> = {
  ActiveFilters: [ActiveFilters, at, { nameOf }],
  CustomRange: [CustomRange, '/', {}],
  FilterDialog: [FilterDialog, at, {}],
  RangePicker: [RangePicker, '/', {}],
}

test.each(
  Object.entries(shown).flatMap(([name, [part, address, props]]) =>
    (['light', 'dark'] as const).map((theme) => ({ name, theme, part, address, props })),
  ),
)('$name is accessible in the $theme theme', async ({ theme, part, address, props }) => {
  document.documentElement.dataset['theme'] = theme
  const { container } = await renderPage(part, { props, api, at: address })
  if (part === FilterDialog) await expect.poll(() => container.textContent).toContain('Lions')
  await expectAccessible(container)
  expect(container.querySelector('img')).toBeNull()
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
})

test('a mistaken range says so at its field, in both themes', async () => {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme
    const { container } = await renderPage(CustomRange, {})
    const [from] = container.querySelectorAll('input')
    if (from === undefined) throw new Error('no field')
    await userEvent.clear(from)
    await expect.poll(() => from.getAttribute('aria-invalid')).toBe('true')
    await expectAccessible(container)
  }
})

test('the zone of the address is chosen, by whatever name it goes', async () => {
  const tz = 'America/Argentina/Buenos_Aires'
  const { container } = await renderPage(CustomRange, { at: `/?tz=${tz}` })
  expect(container.querySelector('select')?.value).toBe(tz)
})

test('by keyboard alone a team is found, chosen and taken back', async () => {
  const { container, router } = await renderPage(FilterDialog, { api })
  await expect.poll(() => container.querySelectorAll('[type=checkbox]').length).toBe(2)
  container.querySelector<HTMLInputElement>('[type=search]')?.focus()
  await userEvent.keyboard('lions')
  await expect.poll(() => container.querySelectorAll('[type=checkbox]').length).toBe(1)
  await userEvent.keyboard('{Tab}{Tab}')
  expect(document.activeElement?.getAttribute('type')).toBe('checkbox')
  await userEvent.keyboard(' ')
  await expect.poll(() => router.currentRoute.value.query['team']).toEqual(['t_1'])
  await userEvent.keyboard(' ')
  await expect.poll(() => router.currentRoute.value.query['team']).toBeUndefined()
})
