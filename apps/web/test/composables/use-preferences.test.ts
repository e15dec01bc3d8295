import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { createPreferences } from '../../src/composables/use-preferences.ts'

const root = document.documentElement

beforeEach(() => localStorage.clear())

test('a theme is kept on this device, marks the root, and system takes the mark away', async () => {
  const { theme } = createPreferences(localStorage)
  theme.value = 'dark'
  await nextTick()
  expect([root.dataset['theme'], localStorage.getItem('podium.theme')]).toEqual(['dark', 'dark'])
  expect(createPreferences(localStorage).theme.value).toBe('dark')
  theme.value = 'system'
  await nextTick()
  expect([root.dataset['theme'], localStorage.getItem('podium.theme')]).toEqual([undefined, null])
})

test('motion and shortcuts can be switched off', async () => {
  const { motion, shortcuts } = createPreferences(localStorage)
  motion.value = false
  shortcuts.value = false
  await nextTick()
  expect(root.dataset['motion']).toBe('off')
  expect(createPreferences(localStorage).shortcuts.value).toBe(false)
})

test('where storage is refused a choice lasts as long as the page', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse, clear: refuse }
  const { theme } = createPreferences({ ...storage, key: () => null, length: 0 })
  theme.value = 'light'
  expect(theme.value).toBe('light')
})
