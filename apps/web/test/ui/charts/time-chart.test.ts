import { defineComponent, h, shallowRef } from 'vue'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { announcerKey } from '../../../src/composables/use-announcer.ts'
import TimeChart from '../../../src/ui/charts/canvas/TimeChart.vue'
import { provideChartLinks } from '../../../src/ui/charts/chart-links.ts'
import type { TimePicture } from '../../../src/ui/charts/picture.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'
import { expectAccessible } from '../../support/expect-accessible.ts'
import { twelveHours } from '../../support/time-picture.ts'

beforeEach(() => page.viewport(1000, 700))

async function shown(other: Partial<TimePicture> = {}) {
  const picture = shallowRef<TimePicture>({ ...twelveHours, ...other })
  const said = shallowRef('')
  const zooms: string[][] = []
  const chosen: [string, boolean][] = []
  const host = defineComponent(() => {
    provideChartLinks(({ key }, isAdded) => chosen.push([key, isAdded]))
    return () =>
      h(TimeChart, {
        name: 'Tokens over time',
        picture: picture.value,
        onZoom: (from: string, to: string) => zooms.push([from, to]),
      })
  })
  const answer = (text: string) => void (said.value = text)
  const { container } = await render(host, {
    global: { provide: { [announcerKey]: { message: said, answer, announce: answer } } },
  })
  const find = (selector: string) => container.querySelector<HTMLElement>(selector)
  await expect.poll(() => drawnPixels(find)).toBeGreaterThan(100)
  const chart = find('[role=group]')
  if (chart === null) throw new Error('there is no chart')
  return { container, find, chart, picture, said, zooms, chosen }
}

/** How many pixels of the canvas have a colour. */
function drawnPixels(find: (selector: string) => HTMLElement | null): number {
  const canvas = find('canvas')
  if (!(canvas instanceof HTMLCanvasElement) || canvas.width < 500) return 0
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
  return data?.filter((value, index) => index % 4 === 3 && value > 0).length ?? 0
}

/** A place on the chart, as a share of it. */
function pointer(chart: HTMLElement, kind: string, x: number, y = 0.5): void {
  const { left, top, width, height } = chart.getBoundingClientRect()
  const at = { clientX: left + x * width, clientY: top + y * height, button: 0, pointerId: 1 }
  chart.dispatchEvent(new PointerEvent(kind, { ...at, bubbles: true, pointerType: 'mouse' }))
}

test('the chart is one tab stop that says what it shows, then its names follow', async () => {
  const { container, chart } = await shown()
  expect(chart.getAttribute('aria-label')).toContain(
    'Tokens over time. Highest: 1,234,579 at Nov 21, 11:00. 1,234,705 altogether. One gap.',
  )
  expect(chart.getAttribute('aria-roledescription')).toBe('chart')
  await userEvent.tab()
  expect(document.activeElement).toBe(chart)
  await userEvent.tab()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Byte Club')
  // Others than the one that has the focus are dimmed.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await expectAccessible(container)
})

test('the arrow keys say the step, its sum and its largest lines', async () => {
  const { chart, said, find } = await shown()
  chart.focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(said.value).toBe(
    'Nov 21, 11:00 (so far): 1,234,579; Latent Lions 1,234,567 and Byte Club 12',
  )
  expect(find('.tip')?.textContent).toContain('1,234,579')
  await userEvent.keyboard('{ArrowLeft}')
  expect(said.value).toBe('Nov 21, 10:00: 22; Latent Lions 11 and Byte Club 11')
  await userEvent.keyboard('{Home}')
  expect(said.value).toContain('Nov 21, 00:00: 6;')
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(said.value).toBe('Nov 21, 03:00: 199 k without a known time; not known')
  await userEvent.keyboard('{End}')
  expect(said.value).toContain('Nov 21, 11:00')
})

test('Shift and the arrow keys select steps, Enter zooms to their edges, Escape forgets them', async () => {
  const { chart, zooms, said, find } = await shown()
  chart.focus()
  await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  expect(said.value).toBe('Nov 21, 01:00 to Nov 21, 03:00 chosen, Enter shows it alone')
  expect(find('.selection')).not.toBeNull()
  await userEvent.keyboard('{Escape}{Enter}')
  expect(zooms).toEqual([])
  await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{/Shift}{Enter}')
  expect(zooms).toEqual([['2026-11-21T10:00:00.000Z', '2026-11-21T12:00:00.000Z']])
})

test('a drag zooms to the edges of its steps, and Escape during it cancels', async () => {
  const { chart, zooms } = await shown()
  pointer(chart, 'pointerdown', 0.5)
  pointer(chart, 'pointermove', 0.6)
  pointer(chart, 'pointermove', 0.75)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  pointer(chart, 'pointerup', 0.75)
  expect(zooms).toEqual([])
  pointer(chart, 'pointerdown', 0.99)
  pointer(chart, 'pointermove', 0.98)
  pointer(chart, 'pointermove', 0.01)
  pointer(chart, 'pointerup', 0.01)
  expect(zooms).toEqual([['2026-11-21T00:00:00.000Z', '2026-11-21T12:00:00.000Z']])
})

test('the pointer shows one tooltip with all lines, in the order of the stack, and the sum', async () => {
  const { chart, find } = await shown()
  pointer(chart, 'pointermove', 0.999)
  await expect.poll(() => find('.tip')).not.toBeNull()
  const rows = [...(find('.tip')?.querySelectorAll('dl > div') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  )
  expect(rows).toEqual([
    ['Byte Club', '12'],
    ['Latent Lions', '1,234,567'],
    ['Sum', '1,234,579'],
  ])
  pointer(chart, 'pointerleave', 0.999)
  await expect.poll(() => find('.tip')).toBeNull()
})

test('what a hole is called stands over the chart, where it covers nothing that is drawn', async () => {
  const write = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText')
  onTestFinished(() => write.mockRestore())
  const { chart, find } = await shown()
  pointer(chart, 'pointermove', 0.5)
  await expect.poll(() => find('.hover')).not.toBeNull()
  const top = Number.parseFloat(find('.hover')?.style.top ?? '')
  const labels = write.mock.calls.filter(([text]) =>
    ['199 k', 'without a known time'].includes(text),
  )
  expect(labels.length).toBeGreaterThanOrEqual(2)
  for (const [, , bottom] of labels) {
    expect(bottom).toBeLessThan(top)
    expect(bottom).toBeGreaterThan(12)
  }
})

test('a click on a bar shows its team alone', async () => {
  const { chart, chosen } = await shown()
  for (const kind of ['pointermove', 'pointerdown', 'pointerup']) pointer(chart, kind, 0.985, 0.5)
  expect(chosen).toEqual([['t_1', false]])
})

test.each(['bars', 'areas', 'shares', 'lines'] as const)(
  'new data are drawn as %s on the canvas that is there',
  async (form) => {
    const { find, picture } = await shown()
    const before = find('canvas')
    picture.value = { ...twelveHours, form, lines: twelveHours.lines.slice(0, 1) }
    await expect.poll(() => find('.names')?.textContent).not.toContain('Byte Club')
    await expect.poll(() => drawnPixels(find)).toBeGreaterThan(100)
    expect(find('canvas')).toBe(before)
  },
)
