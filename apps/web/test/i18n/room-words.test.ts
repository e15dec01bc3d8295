import { expect, test } from 'vitest'
import { sentences } from '../support/sentences.ts'

const files = import.meta.glob<Record<string, object>>('../../src/i18n/messages/*/rooms/*.ts', {
  eager: true,
})
const english = Object.entries(files).filter(([file]) => file.includes('/en/'))
const languages = new Set(Object.keys(files).map((file) => /messages\/([^/]+)\//.exec(file)?.[1]))

test.each(
  english.flatMap(([file, words]) =>
    [...languages].filter((tag) => tag !== 'en').map((tag) => ({ file, words, tag })),
  ),
)('$tag says all of $file, in its own words', ({ file, words, tag }) => {
  const inEnglish = new Map(sentences(words))
  const said = sentences(files[file.replace('/en/', `/${tag}/`)] ?? {})
  expect(said.map(([path]) => path).toSorted()).toEqual([...inEnglish.keys()].toSorted())
  const untranslated = said.filter(
    ([path, text]) => typeof text === 'string' && text.length > 14 && inEnglish.get(path) === text,
  )
  expect(untranslated).toEqual([])
})
