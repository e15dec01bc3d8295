import { expect, test } from 'vitest'
import { factsOf } from '../openapi-facts.ts'

const name = { type: 'string', description: 'What it is called.' }
const answer = (schema: object) => ({
  paths: {
    '/teams': {
      get: {
        summary: 'Teams',
        parameters: [{ name: 'tz', in: 'query', required: false, schema: { type: 'string' } }],
        responses: { 200: { description: 'Teams.', content: { 'application/json': { schema } } } },
      },
    },
  },
  components: { schemas: { Name: { type: 'object', properties: { title: name } } } },
})

test('words and the names of shapes make no difference', () => {
  const plain = { type: 'object', properties: { title: { type: 'string' } } }
  const named = { $ref: '#/components/schemas/Name', description: 'A name.' }
  expect(factsOf(answer(named))).toEqual(factsOf(answer(plain)))
})

test('a field that is called as a word is called is a fact', () => {
  const named = factsOf(answer({ $ref: '#/components/schemas/Name' }))
  const place = 'GET /teams responses 200 content application/json schema properties title type'
  expect(named.get(place)).toBe('"string"')
})

test('types, choices and what is required are facts; their order is none', () => {
  const schema = { type: 'string', enum: ['a', 'b'] }
  const facts = factsOf(answer(schema))
  expect(factsOf(answer({ enum: ['b', 'a'], type: 'string' }))).toEqual(facts)
  expect(factsOf(answer({ ...schema, enum: ['a'] }))).not.toEqual(facts)
  expect(facts.get('GET /teams query parameter tz required')).toBe('false')
})

test('a shape that holds itself ends', () => {
  const tree = { type: 'array', items: { $ref: '#/components/schemas/Tree' } }
  const document = { ...answer({ $ref: '#/components/schemas/Tree' }) }
  const facts = factsOf({ ...document, components: { schemas: { Tree: tree } } })
  expect([...facts.values()]).toContain('{"$ref":"#/components/schemas/Tree"}')
})
