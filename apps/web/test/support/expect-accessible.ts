import axe from 'axe-core'
import { expect } from 'vitest'

/** No violation of WCAG 2.2 AA in this element; axe's findings are the message when there is one. */
export async function expectAccessible(element: Element): Promise<void> {
  await settled()
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  })
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html) }))).toEqual(
    [],
  )
}

/** What is dimmed or fades is half as dark for a moment. */
async function settled(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}
