import { expect, test } from 'vitest'
import { languages, loadWords } from '../../src/i18n/language.ts'
import { words as english } from '../../src/i18n/messages/en/index.ts'
import { pluralsOf } from '../../src/i18n/plural.ts'
import { sentences } from '../support/sentences.ts'

const others = languages.map(({ tag }) => tag).filter((tag) => tag !== 'en')

test.each(others)('%s says what English says, and in its own words', async (tag) => {
  const inEnglish = new Map(sentences(english))
  const said = sentences(await loadWords(tag))
  expect(said.map(([path]) => path).toSorted()).toEqual([...inEnglish.keys()].toSorted())
  const untranslated = said.filter(
    ([path, text]) => typeof text === 'string' && text.length > 14 && inEnglish.get(path) === text,
  )
  expect(untranslated).toEqual([])
})

test('a language tells apart as many plural forms as it has', () => {
  const polish = pluralsOf('pl')
  const forms = { one: 'zespół', few: 'zespoły', many: 'zespołów', other: 'zespołu' }
  expect([1, 2, 5, 22, 1.5].map((count) => polish(count, forms))).toEqual([
    'zespół',
    'zespoły',
    'zespołów',
    'zespoły',
    'zespołu',
  ])
  expect(pluralsOf('ja')(1, { other: 'チーム' })).toBe('チーム')
})
