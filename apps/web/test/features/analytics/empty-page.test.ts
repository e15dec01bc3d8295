import { expect, test } from 'vitest'
import EmptyPage from '../../../src/features/analytics/EmptyPage.vue'
import { windowAt } from '../../../e2e/walk/board-of.ts'
import { renderPage } from '../../support/render-page.ts'

test.each([
  [[], 'Nothing in this range'],
  [['2026-11-20'], 'Nothing has been read yet'],
])('with these days unread: %j, an empty page says “%s”', async (unread, heading) => {
  const window = { ...windowAt(Date.parse('2026-11-21T14:30:00Z')), unread_days: unread }
  const { container } = await renderPage(EmptyPage, { props: { window } })
  await expect.poll(() => container.textContent).toContain(heading)
})
