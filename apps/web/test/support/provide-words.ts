import { config } from 'vitest-browser-vue'
import { i18nKey } from '../../src/i18n/use-i18n.ts'
import { inEnglish } from './in-english.ts'

// A part that is rendered alone speaks English.
config.global.provide = { [i18nKey]: inEnglish() }
