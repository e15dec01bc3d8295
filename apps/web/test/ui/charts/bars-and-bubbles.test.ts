import { defineComponent, h, shallowRef, type Component } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { announcerKey } from '../../../src/composables/use-announcer.ts'
import BarsChart from '../../../src/ui/charts/canvas/BarsChart.vue'
import BubbleChart from '../../../src/ui/charts/canvas/BubbleChart.vue'
import { provideChartLinks } from '../../../src/ui/charts/chart-links.ts'
import type { BarsPicture, BubblesPicture } from '../../../src/ui/charts/picture.ts'
import { seriesLooks, othersLook } from '../../../src/ui/charts/series-looks.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'
import { expectAccessible } from '../../support/expect-accessible.ts'

beforeEach(() => page.viewport(900, 700))

const looks = seriesLooks(['t_1', 't_2'])
const team = (key: string, label: string) => ({ kind: 'team' as const, key, label })

const bars: BarsPicture = {
  kind: 'share',
  min: 0.9,
  max: 1,
  ticks: [0.9, 0.95, 1],
  heads: ['Success', 'Failed'],
  groups: [
    {
      key: 'all',
      label: 'All teams',
      bars: [
        {
          key: 't_1',
          label: 'Latent Lions',
          name: team('t_1', 'Latent Lions'),
          look: looks.get('t_1') ?? othersLook,
          from: 0.95,
          parts: [{ label: 'Bound to rate', value: 0.03, colour: '--b4' }],
          dot: 0.98,
          texts: ['98.00', '16'],
        },
        {
          key: 't_2',
          label: 'Byte Club',
          name: team('t_2', 'Byte Club'),
          parts: [{ label: 'Bound to rate', value: 0.02, colour: '--b4' }],
          dot: 0.92,
          texts: ['92.00', '3'],
        },
      ],
    },
  ],
}

const bubbles: BubblesPicture = {
  x: { kind: 'count', label: 'Tokens' },
  y: { kind: 'usd', label: 'Per 1M tokens' },
  stripLabel: 'no price',
  equals: [{ label: '$1', yAt: (x) => 1_000_000 / x }],
  bubbles: [
    {
      key: 'a',
      label: 'Latent Lions',
      name: team('t_1', 'Latent Lions'),
      look: looks.get('t_1') ?? othersLook,
      x: 100_000,
      y: 2,
      size: 4,
      isOwn: true,
      facts: [{ label: 'Spend', text: '$4.00' }],
    },
    {
      key: 'b',
      label: 'Byte Club',
      name: team('t_2', 'Byte Club'),
      look: othersLook,
      x: 5_000_000,
      y: null,
      size: 0,
      isOwn: false,
      facts: [{ label: 'Spend', text: 'no price' }],
    },
  ],
}

async function shown(chart: Component, picture: BarsPicture | BubblesPicture) {
  const said = shallowRef('')
  const chosen: [string, boolean][] = []
  const host = defineComponent(() => {
    provideChartLinks(({ key }, isAdded) => chosen.push([key, isAdded]))
    return () => h(chart, { name: 'Success', picture })
  })
  const answer = (text: string) => void (said.value = text)
  const { container } = await render(host, {
    global: { provide: { [announcerKey]: { message: said, answer, announce: answer } } },
  })
  const find = (selector: string) => container.querySelector<HTMLElement>(selector)
  await expect.poll(() => find('canvas')?.clientWidth).toBeGreaterThan(100)
  const group = find('[role=group]')
  if (group === null) throw new Error('there is no chart')
  return { container, find, group, said, chosen }
}

test('the keys go through bars, say their numbers, and Enter shows one alone', async () => {
  const { container, group, said, chosen } = await shown(BarsChart, bars)
  expect(group.getAttribute('aria-label')).toContain('Latent Lions: Success 98.00, Failed 16')
  group.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(said.value).toBe('Latent Lions: Success 98.00, Failed 16')
  await userEvent.keyboard('{End}{Shift>}{Enter}{/Shift}')
  expect(said.value).toBe('Byte Club: Success 92.00, Failed 3')
  expect(chosen).toEqual([['t_2', true]])
  await userEvent.keyboard('{Escape}')
  await expectAccessible(container)
})

test('a name stands beside its bar, at the same height', async () => {
  const { container, find, group, chosen } = await shown(BarsChart, bars)
  const name = find('.row button')
  const { height: rowHeight = 0 } = name?.closest('.row')?.getBoundingClientRect() ?? {}
  await expect.poll(() => find('canvas')?.getBoundingClientRect().height).toBe(3 * rowHeight)
  name?.click()
  const { left, top, width, height } = group.getBoundingClientRect()
  const at = { clientX: left + width / 2, clientY: top + height - 4, button: 0, bubbles: true }
  group.dispatchEvent(new PointerEvent('pointerup', at))
  expect(chosen.map(([key]) => key)).toEqual(['t_1', 't_2'])
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth)
})

test('a long name is written out where the chart has room for it', async () => {
  const [all] = bars.groups
  const [first, ...others] = all?.bars ?? []
  if (all === undefined || first === undefined) throw new Error('there is no bar')
  const label = 'Retrieval-Augmented Rabbits of the Rhine'
  const long = { ...first, label, name: team('t_1', label) }
  const picture = { ...bars, groups: [{ ...all, bars: [long, ...others] }] }
  const { find, group } = await shown(BarsChart, picture)
  const text = find('.row .text')
  expect(text?.textContent).toBe(label)
  expect(text?.scrollWidth).toBe(text?.clientWidth)
  expect(group.clientWidth).toBeGreaterThan(300)
})

test('bubbles are as high as their card, whose neighbour may be higher', async () => {
  const { group } = await shown(BubbleChart, bubbles)
  const usual = group.clientHeight
  const place = group.parentElement
  if (place === null) throw new Error('it stands nowhere')
  Object.assign(place.style, { display: 'flex', flexDirection: 'column', height: '600px' })
  expect(usual).toBe(340)
  expect(group.clientHeight).toBe(600)
})

test('the keys go through bubbles, also those without a price', async () => {
  const { container, group, said, find, chosen } = await shown(BubbleChart, bubbles)
  group.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(said.value).toBe('Latent Lions: Spend $4.00')
  await expect.poll(() => find('.tip')?.textContent).toContain('$4.00')
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(said.value).toBe('Byte Club: Spend no price')
  expect(chosen).toEqual([['t_2', false]])
  await userEvent.keyboard('{Escape}')
  await expectAccessible(container)
})
