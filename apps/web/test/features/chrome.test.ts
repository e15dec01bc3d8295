import type { Component } from 'vue'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import DataAge from '../../src/features/chrome/DataAge.vue'
import DemoBanner from '../../src/features/chrome/DemoBanner.vue'
import HelpDialog from '../../src/features/chrome/HelpDialog.vue'
import LanguageMenu from '../../src/features/chrome/LanguageMenu.vue'
import MeasureHelp from '../../src/features/chrome/MeasureHelp.vue'
import NewerServer from '../../src/features/chrome/NewerServer.vue'
import PageLead from '../../src/features/chrome/PageLead.vue'
import PageNav from '../../src/features/chrome/PageNav.vue'
import ThemeMenu from '../../src/features/chrome/ThemeMenu.vue'
import TopBar from '../../src/features/chrome/TopBar.vue'
import WallLink from '../../src/features/chrome/WallLink.vue'
import SignIn from '../../src/features/session/SignIn.vue'
import '../../src/styles/tokens.css'
import '../../src/styles/base.css'
import { expectAccessible } from '../support/expect-accessible.ts'
import { inApp } from '../support/in-app.ts'
import { statusWith } from '../support/status.ts'

afterEach(() => {
  localStorage.clear()
  document.documentElement.removeAttribute('data-theme')
})

const shown: Record<string, [Component, Record<string, unknown>]> = {
  DataAge: [DataAge, {}],
  DemoBanner: [DemoBanner, {}],
  HelpDialog: [HelpDialog, { open: true }],
  LanguageMenu: [LanguageMenu, {}],
  MeasureHelp: [MeasureHelp, {}],
  NewerServer: [NewerServer, {}],
  PageLead: [PageLead, {}],
  PageNav: [PageNav, {}],
  SignIn: [SignIn, {}],
  ThemeMenu: [ThemeMenu, {}],
  TopBar: [TopBar, {}],
  WallLink: [WallLink, {}],
}

test('every part around the pages is tested here', () => {
  const files = Object.keys(
    import.meta.glob(['../../src/features/chrome/*.vue', '../../src/features/session/SignIn.vue']),
  )
  const names = files.map((file) => /(\w+)\.vue$/.exec(file)?.[1])
  expect(names.toSorted()).toEqual(Object.keys(shown).toSorted())
})

test.each(
  Object.entries(shown).flatMap(([name, [component, props]]) =>
    (['light', 'dark'] as const).map((theme) => ({ name, theme, component, props })),
  ),
)('$name is accessible in the $theme theme', async ({ theme, component, props }) => {
  const { preferences, shortcuts, global } = inApp(statusWith({ demo: true }))
  preferences.theme.value = theme
  shortcuts.add({ key: '?', label: 'Help', run: () => undefined })
  const { container } = await render(component, { props, global })
  await expectAccessible(container)
})

test('a theme that is chosen is worn at once and kept', async () => {
  const { preferences, global } = inApp(statusWith({}))
  const screen = await render(ThemeMenu, { global })
  await userEvent.click(screen.getByRole('button', { name: 'Theme' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
  expect(preferences.theme.value).toBe('dark')
  expect(localStorage.getItem('podium.theme')).toBe('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
})

test('help lists the shortcuts that there are, and switches them off', async () => {
  const { preferences, shortcuts, global } = inApp(statusWith({ version: '1.4.0' }))
  shortcuts.add({ key: '/', label: 'Search teams', run: () => undefined })
  const screen = await render(HelpDialog, { props: { open: true }, global })
  await expect.element(screen.getByText('Search teams')).toBeVisible()
  await expect.element(screen.getByText('Podium 1.4.0')).toBeVisible()
  await userEvent.click(screen.getByRole('switch', { name: 'Use single-key shortcuts' }))
  expect(preferences.shortcuts.value).toBe(false)
})

test('a demo says the line that ends it, and once sent away stays away', async () => {
  const { preferences, global } = inApp(statusWith({ demo: true }))
  const screen = await render(DemoBanner, { global })
  expect(screen.container.querySelector('code')?.textContent).toMatch(
    /^LITELLM_BASE_URL=\S+ LITELLM_API_KEY=\S+ npm start$/,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.container.textContent).toBe('')
  expect(preferences.demo.value).toBe('closed')
  expect(localStorage.getItem('podium.demo')).toBe('closed')
})
