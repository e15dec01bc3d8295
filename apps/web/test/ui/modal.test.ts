import { defineComponent, h, shallowRef, type Component } from 'vue'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import ModalDialog from '../../src/ui/ModalDialog.vue'
import SideDrawer from '../../src/ui/SideDrawer.vue'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'

function page(dialog: Component) {
  return defineComponent(() => {
    const open = shallowRef(false)
    return () => [
      h('button', { onClick: () => (open.value = true) }, 'Open'),
      h(
        dialog,
        {
          open: open.value,
          heading: 'Lions',
          label: 'Lions',
          onClose: () => (open.value = false),
        },
        () => 'Inside',
      ),
    ]
  })
}

test.each([
  ['dialog', ModalDialog],
  ['drawer', SideDrawer],
])('Escape closes the %s and the focus returns to what opened it', async (_, dialog) => {
  const { container } = await render(page(dialog))
  const opener = container.querySelector('button')
  opener?.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => container.querySelector('dialog:modal')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => container.querySelector('dialog:modal')).toBeNull()
  expect(document.activeElement).toBe(opener)
})
