import { expect, test } from 'vitest'

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
