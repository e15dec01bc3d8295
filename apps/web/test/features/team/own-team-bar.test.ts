import { expect, test } from 'vitest'
import { rankedRows } from '../../../src/features/board/ranked-rows.ts'
import OwnTeamBar from '../../../src/features/team/OwnTeamBar.vue'
import { boardRow } from '../../support/board.ts'
import { expectAccessible } from '../../support/expect-accessible.ts'
import { inBoard } from '../../support/in-board.ts'
import { renderPage } from '../../support/render-page.ts'
import { nextLever } from '../../support/team.ts'

const [, row] = rankedRows([
  boardRow('Prompt Pilots', 5_000_000),
  boardRow('Latent Lions', 3_840_000, { rank: 2 }),
])

test.each(['light', 'dark'] as const)(
  'while the row is out of sight it is there, and accessible in the %s theme',
  async (theme) => {
    document.documentElement.dataset['theme'] = theme
    const { container } = await renderPage(inBoard(OwnTeamBar), {
      props: { row, measure: 'tokens' },
      api: { nextLever: () => Promise.resolve(nextLever) },
    })
    await expect.poll(() => container.querySelector('.lever')?.textContent).toMatch(/^Next lever:/)
    await expect
      .poll(() => container.querySelector('.own')?.checkVisibility({ visibilityProperty: true }))
      .toBe(true)
    expect(container.querySelector('.gap')?.textContent).toBe('1.16\u202FM to 1st')
    await expectAccessible(container)
  },
)
