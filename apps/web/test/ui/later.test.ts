import { h, type FunctionalComponent } from 'vue'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { later } from '../../src/ui/later.ts'

const Part: FunctionalComponent<{ name: string }> = ({ name }, { slots }) =>
  h('b', [name, slots['default']?.()])
Part.props = ['name']

test('a part that comes later has the props and slots of its place, and a stand-in until then', async () => {
  const { promise, resolve } = Promise.withResolvers<{ default: typeof Part }>()
  const Late = later(
    () => promise,
    () => h('i'),
  )
  const shown = () => h(Late, { name: 'lions', class: 'mine' }, { default: () => '!' })
  const { container } = await render({ render: shown })
  expect(container.innerHTML).toBe('<i></i>')
  resolve({ default: Part })
  await expect.poll(() => container.innerHTML).toBe('<b class="mine">lions!</b>')
})

test('it is loaded once, and not before it is shown', async () => {
  let loads = 0
  const Late = later(() => Promise.resolve({ default: Part }).finally(() => (loads += 1)))
  expect(loads).toBe(0)
  const { container } = await render({
    render: () => [h(Late, { name: 'a' }), h(Late, { name: 'b' })],
  })
  await expect.poll(() => container.textContent).toBe('ab')
  expect(loads).toBe(1)
})
