import { nextTick, shallowRef } from 'vue'
import { onTestFinished, expect, test } from 'vitest'
import { useTabIcon } from '../../src/composables/use-tab-icon.ts'
import '../../src/styles/tokens.css'
import { inScope } from '../support/in-scope.ts'

function tabIcon(): HTMLLinkElement {
  const icon = document.createElement('link')
  icon.rel = 'icon'
  icon.href = '/icon.svg'
  document.head.append(icon)
  onTestFinished(() => icon.remove())
  return icon
}

test('the tab shows the mark of the leader in both themes, another one for another, and then our own', async () => {
  document.querySelector('link[rel=icon]')?.remove()
  const icon = tabIcon()
  const leader = shallowRef<number | null>(1)
  const { end } = inScope(() => {
    useTabIcon(leader)
    return true
  })
  const first = icon.href
  expect(first).toMatch(/^data:image\/svg\+xml,/)
  expect(decodeURIComponent(first)).toMatch(/path\{(fill|[^}]*stroke):#[0-9a-f]{6}\}@media/i)
  const image = new Image()
  image.src = first
  await expect(image.decode()).resolves.toBeUndefined()

  leader.value = 2
  await nextTick()
  expect(icon.href).not.toBe(first)
  end()
  expect(icon.getAttribute('href')).toBe('/icon.svg')
})
