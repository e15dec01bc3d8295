import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import PopMenu from '../../src/ui/PopMenu.vue'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'

const items = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

test('the menu opens on what is chosen, goes by arrows, and gives the focus back', async () => {
  const screen = await render(PopMenu, {
    props: { label: 'Theme', items, chosen: 'light' },
    slots: { default: () => 'Light' },
  })
  const trigger = screen.container.querySelector<HTMLElement>('[aria-haspopup]')
  trigger?.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => document.activeElement?.textContent.trim()).toBe('Light')
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent.trim()).toBe('Dark')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(screen.emitted('choose')).toEqual([['light']])
  expect(document.activeElement).toBe(trigger)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => document.activeElement?.textContent.trim()).toBe('Light')
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => trigger?.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(trigger)
})
