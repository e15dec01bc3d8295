import { userEvent } from 'vitest/browser'
import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import WhoseTeam from '../../../src/features/team/WhoseTeam.vue'
import { createToasts, toastsKey } from '../../../src/ui/toasts.ts'
import '../../../src/styles/tokens.css'
import '../../../src/styles/base.css'
import { expectAccessible } from '../../support/expect-accessible.ts'
import { inApp } from '../../support/in-app.ts'
import { inScope } from '../../support/in-scope.ts'
import { statusWith } from '../../support/status.ts'

afterEach(() => localStorage.clear())

const teams = ['Vector Vikings', 'Byte Club'].map((name, mark) => ({
  id: `t_${mark}`,
  name,
  gone: false,
  mark,
}))

function shown() {
  const { preferences, global } = inApp(statusWith({}))
  const { value: toasts } = inScope(createToasts)
  const provide = { ...global.provide, [toastsKey]: toasts }
  return {
    preferences,
    screen: render(WhoseTeam, { props: { teams }, global: { ...global, provide } }),
  }
}

test('whoever says which team is theirs is not asked again', async () => {
  const { preferences, screen } = shown()
  const { container, getByRole } = await screen
  await expectAccessible(container)
  const names = [...container.querySelectorAll('option')].map((option) => option.textContent)
  expect(names).toEqual(['Choose', 'Byte Club', 'Vector Vikings'])
  await userEvent.selectOptions(getByRole('combobox'), 'Byte Club')
  expect(preferences.team.value).toBe('t_1')
})

test('whoever will not say is not asked again either', async () => {
  const { preferences, screen } = shown()
  await userEvent.click((await screen).getByRole('button', { name: 'Not now' }))
  expect(preferences.asked.value).toBe('yes')
})
