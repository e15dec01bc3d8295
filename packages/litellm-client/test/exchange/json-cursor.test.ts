import { expect, test } from 'vitest'
import { JsonCursor } from '../../src/exchange/json-cursor.ts'
import { LiteLLMError } from '../../src/errors/litellm-error.ts'

/** Everything of a document, entered as far as it goes. */
function readAll(cursor: JsonCursor, text: string): unknown {
  const first = text.trimStart()[0]
  if (first === '[') {
    const values: unknown[] = []
    const elements = cursor.elements()
    while (elements.next().done !== true) values.push(cursor.parse())
    return values
  }
  if (first !== '{') return cursor.parse()
  const members: [string, unknown][] = []
  for (const name of cursor.members()) members.push([name, cursor.parse()])
  return Object.fromEntries(members)
}

const documents = [
  '{}',
  ' [ ] ',
  '{"a":1,"b":[1,2,{"c":"]}"}],"d":{"e":{}}}',
  '[1,-2.5e-7,true,false,null,"\\"\\\\",""]',
  '{"quote\\"in\\\\name":"\\\\\\"","ünï":"😀","__proto__":{"x":1},"":[[],[[]]]}',
  '\n{ "a" :\t[ 1 , 2 ] ,\r\n "b" : "x" }\n',
]

test.each(documents)('reads what JSON.parse reads: %s', (text) => {
  const cursor = new JsonCursor(Buffer.from(text))
  expect(readAll(cursor, text)).toEqual(JSON.parse(text))
  expect(() => cursor.end()).not.toThrow()
})

test.each(documents)('a cut document is an error wherever it is cut: %s', (text) => {
  for (let length = 0; length < text.trimEnd().length; length++) {
    const cut = text.slice(0, length)
    expect(() => {
      const cursor = new JsonCursor(Buffer.from(cut))
      readAll(cursor, text)
      cursor.end()
    }).toThrow(LiteLLMError)
  }
})

test.each([
  '{"a":NaN}',
  '{"a" 1}',
  '{"a":1,}',
  '{a:1}',
  '{"a":1}}',
  '[1 2]',
  '{"a":}',
  '[1]x',
  '{"a":tru}',
])('spoilt JSON is a schema error that quotes nothing: %s', (text) => {
  let failure: unknown
  try {
    const cursor = new JsonCursor(Buffer.from(text))
    readAll(cursor, text)
    cursor.end()
  } catch (error) {
    failure = error
  }
  expect(failure).toMatchObject({ kind: 'schema', detail: 'malformed JSON' })
})

test('values that nobody reads are skipped, whatever is in them', () => {
  const cursor = new JsonCursor(
    Buffer.from('{"skip":{"deep":["}","]",{"x":"\\""}]},"keep":7,"also":[{}]}'),
  )
  const kept: unknown[] = []
  for (const name of cursor.members()) if (name === 'keep') kept.push(cursor.parse())
  expect(kept).toEqual([7])
})

test('null has no members, and another cursor starts where this one is', () => {
  const cursor = new JsonCursor(Buffer.from('{"none":null,"later":{"a":1}}'))
  let fork: JsonCursor | undefined
  for (const name of cursor.members()) {
    if (name === 'none') expect([...cursor.members()]).toEqual([])
    if (name === 'later') fork = cursor.fork()
  }
  cursor.end()
  expect(fork?.parse()).toEqual({ a: 1 })
})
