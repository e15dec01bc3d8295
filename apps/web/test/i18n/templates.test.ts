import { expect, test } from 'vitest'
import { wordsIn } from '../../e2e/walk/words.ts'

const sources: Record<string, string> = import.meta.glob('../../src/**/*.vue', {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** Names that are the same in every language. */
const names = /^(?:Podium|LITELLM_BASE_URL|LITELLM_API_KEY|[–·/+%]|\s)*$/

test('no template holds words of its own', () => {
  const found = Object.entries(sources).flatMap(([file, source]) => {
    const template = /<template>([\s\S]*)<\/template>/.exec(source)?.[1] ?? ''
    const bare = template
      .replaceAll(/<!--[\s\S]*?-->/g, '')
      .replaceAll(/\{\{[\s\S]*?\}\}/g, '')
      .replaceAll(/"[^"]*"/g, '""')
      .replaceAll(/<[^>]*>/g, '\n')
      .split('\n')
      .filter((line) => !names.test(line.trim()))
    const attributes = [
      ...template.matchAll(/[^:\w-](?:aria-label|title|placeholder|label|alt)="([^"]+)"/g),
    ].map(([whole]) => whole.trim())
    return [...bare, ...attributes].map((text) => `${file}: ${text.trim()}`)
  })
  expect(found).toEqual([])
})

test('both languages say everything, and German says it in German', () => {
  const flat = (value: object, path = ''): [string, unknown][] =>
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? flat(inner, `${path}${key}.`)
        : [[path + key, inner]],
    )
  const english = new Map(flat(wordsIn.en))
  const german = flat(wordsIn.de)
  expect(german.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
  const long = german.filter(
    ([path, text]) => typeof text === 'string' && text.length > 14 && english.get(path) === text,
  )
  expect(long).toEqual([])
})
