import {
  computed,
  inject,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import { createFormat, type Format } from '../lib/format.ts'
import { en, type Words } from './en.ts'
import type { Language } from './language.ts'

export type I18n = {
  language: Readonly<ShallowRef<Language>>
  words: Readonly<ShallowRef<Words>>
  /** Numbers, dates and times as the language writes them. */
  format: ComputedRef<Format>
  choose: (language: Language) => Promise<void>
}

export const i18nKey: InjectionKey<I18n> = Symbol('i18n')

export function createI18n(): I18n {
  const language = shallowRef<Language>('en')
  const words = shallowRef<Words>(en)
  const format = computed(() => createFormat(language.value))

  async function choose(wanted: Language): Promise<void> {
    words.value = await loadWords(wanted)
    language.value = wanted
    document.documentElement.lang = wanted
  }
  return { language, words, format, choose }
}

/** English comes with the page, the rest when it is wanted. */
async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return en
    case 'de':
      return (await import('./de.ts')).de
  }
}

/** Without a provider it speaks English, so that a part can be shown alone. */
export function useI18n(): I18n {
  return inject(i18nKey, createI18n, true)
}
