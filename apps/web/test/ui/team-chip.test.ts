import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import TeamChip from '../../src/ui/TeamChip.vue'

test.each([
  ['Avid Wavelets', 'auto'],
  ['W'.repeat(10_000), 'none'],
])('a name is kerned, but not where it never ends: %.20s', async (name, kerning) => {
  const { container } = await render(TeamChip, { props: { team: { name, mark: 1 } } })
  const text = container.querySelector('bdi') ?? container
  expect(getComputedStyle(text).fontKerning).toBe(kerning)
})
