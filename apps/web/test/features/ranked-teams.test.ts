import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import RankedTeams from '../../src/features/board/RankedTeams.vue'
import { rankedRows } from '../../src/features/board/ranked-rows.ts'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'
import { expectAccessible } from '../support/expect-accessible.ts'

const team = (name: string, tokens: number) => ({
  team_id: `t_${name}`,
  tokens,
  name,
  breakdown: { api_keys: [] },
})
/** With the real transitions: the test renderer would put an element of its own around the rows. */
const drawn = (listed: ReturnType<typeof team>[]) => ({
  props: { rows: rankedRows(listed) },
  global: { stubs: { TransitionGroup: false } },
})
const teams = [team('Latent Lions', 3_840_000), team('Null Pointers', 900), team('Byte Club', 7)]

test('the rows stand in the order of their rank', async () => {
  const { container } = await render(RankedTeams, drawn(teams))
  const items = [...container.querySelectorAll('li')]
  expect(items.map((item) => item.querySelector('bdi')?.textContent)).toEqual([
    ...['Latent Lions', 'Null Pointers', 'Byte Club'],
  ])
  expect(items[0]?.querySelector('.value')?.textContent).toBe('3.84M')
  expect(items[1]?.querySelector('.gap')?.textContent).toBe('3.84\u202FM to 1st')
})

test.each(['light', 'dark'])('it is accessible in the %s theme', async (theme) => {
  document.documentElement.dataset['theme'] = theme
  const { container } = await render(RankedTeams, drawn(teams))
  await expectAccessible(container)
})

test('a hostile name is shown as the text it is', async () => {
  const name = '<img src=x onerror=alert(1)> \u202Etxt.exe 🏳️‍🌈' + 'x'.repeat(10_000)
  const { container } = await render(RankedTeams, drawn([team(name, 5)]))
  expect(container.querySelector('img')).toBeNull()
  expect(container.querySelector('bdi')?.textContent).toBe(name)
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
})
