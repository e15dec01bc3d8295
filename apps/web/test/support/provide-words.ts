import { beforeEach } from 'vitest'
import { cleanup, config } from 'vitest-browser-vue'
import { i18nKey } from '../../src/i18n/use-i18n.ts'
import { inEnglish } from './in-english.ts'

// A part that is rendered alone speaks English.
config.global.provide = { [i18nKey]: inEnglish() }

// Files share a page, because loading everything again for each costs more than its tests: every test finds it as new.
beforeEach(() => {
  cleanup()
  document.body.replaceChildren()
  const root = document.documentElement
  for (const name of root.getAttributeNames()) root.removeAttribute(name)
  localStorage.clear()
})
