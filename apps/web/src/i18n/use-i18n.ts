import {
  computed,
  inject,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import { createFormat, type Format } from '../lib/format.ts'
import { loadWords, type Language } from './language.ts'
import type { Words } from './words.ts'

export type I18n = {
  language: Readonly<ShallowRef<Language>>
  words: Readonly<ShallowRef<Words>>
  /** Numbers, dates and times as the language writes them. */
  format: ComputedRef<Format>
  choose: (language: Language) => Promise<void>
}

export const i18nKey: InjectionKey<I18n> = Symbol('i18n')

export function createI18n(first: Language, firstWords: Words): I18n {
  const language = shallowRef(first)
  const words = shallowRef(firstWords)
  const format = computed(() => createFormat(language.value, words.value.units))
  document.documentElement.lang = first

  async function choose(wanted: Language): Promise<void> {
    words.value = await loadWords(wanted)
    language.value = wanted
    document.documentElement.lang = wanted
  }
  return { language, words, format, choose }
}

export function useI18n(): I18n {
  const i18n = inject(i18nKey)
  if (i18n === undefined) throw new Error('App provides the words')
  return i18n
}
