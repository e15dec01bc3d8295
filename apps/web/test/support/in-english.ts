import { words } from '../../src/i18n/messages/en/index.ts'
import { createI18n, type I18n } from '../../src/i18n/use-i18n.ts'

export function inEnglish(): I18n {
  return createI18n('en', words)
}
