import { defineComponent, h } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { announcerKey } from '../../../src/composables/use-announcer.ts'
import ChartCard from '../../../src/ui/charts/ChartCard.vue'
import { TimeChart } from '../../../src/ui/charts/charts.ts'
import { createToasts, toastsKey } from '../../../src/ui/toasts.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'
import { twoTeams } from '../../support/chart-table.ts'
import { twelveHours } from '../../support/time-picture.ts'

beforeEach(() => page.viewport(700, 800))

const files = { name: 'podium-time-2026', csv: '/csv', json: '/json', link: () => '/link' }

async function picture(theme: 'light' | 'dark'): Promise<{ name: string; image: ImageBitmap }> {
  document.documentElement.dataset['theme'] = theme
  const said = { message: { value: '' }, answer: () => undefined, announce: () => undefined }
  const host = defineComponent(
    () => () =>
      h(
        ChartCard,
        {
          id: 'time',
          heading: 'Tokens over time',
          question: 'When was it used, and by whom?',
          about: 'today, UTC',
          state: 'ready',
          table: twoTeams,
          files,
          reconciliation: { kind: 'count', shown: 1, whole: 1, isGateway: true },
        },
        { default: () => h(TimeChart, { name: 'Tokens', picture: twelveHours }) },
      ),
  )
  const { container } = await render(host, {
    global: { provide: { [announcerKey]: said, [toastsKey]: createToasts() } },
  })
  await expect.poll(() => container.querySelector('canvas')?.clientWidth).toBeGreaterThan(300)
  const saved = new Promise<HTMLAnchorElement>((resolve) => {
    addEventListener(
      'click',
      (event) => {
        if (!(event.target instanceof HTMLAnchorElement) || event.target.download === '') return
        event.preventDefault()
        resolve(event.target)
      },
      { capture: true },
    )
  })
  const blobs: Blob[] = []
  const original = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob)
    return original(blob)
  }
  const items = [...container.querySelectorAll<HTMLElement>('[role=menuitem]')]
  items.find((item) => item.textContent === 'PNG')?.click()
  const { download } = await saved
  URL.createObjectURL = original
  const [blob] = blobs
  if (blob === undefined) throw new Error('nothing was saved')
  return { name: download, image: await createImageBitmap(blob) }
}

function coloursOf(image: ImageBitmap): { first: number[]; count: number } {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0)
  const { data = new Uint8ClampedArray() } =
    context?.getImageData(0, 0, image.width, image.height) ?? {}
  const seen = new Set<number>()
  for (let at = 0; at < data.length; at += 4)
    seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  return { first: [...data.slice(0, 3)], count: seen.size }
}

test.each([
  ['light', [255, 255, 255]],
  ['dark', [15, 18, 34]],
] as const)('a card is saved as a picture in the %s theme', async (theme, ground) => {
  const { name, image } = await picture(theme)
  expect(name).toBe('podium-time-2026.png')
  expect(image.width).toBeGreaterThanOrEqual(1200)
  expect(image.height).toBeGreaterThan(700)
  const { first, count } = coloursOf(image)
  expect(first).toEqual(ground)
  expect(count).toBeGreaterThan(20)
})
