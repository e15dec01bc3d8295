import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeEach, expect, test } from 'vitest'
import { describeApi, routeName, type Examples } from '../../../src/http/openapi/describe-api.ts'
import type { JsonSchema, OpenApi } from '../../../src/http/openapi/document.ts'
import type { Route } from '../../../src/http/routes/route.ts'
import made from '../../../src/http/openapi/examples.json' with { type: 'json' }
import { createJudge } from '../../support/judge-answer.ts'
import { testApp } from '../../support/test-app.ts'

const examples: Examples = made
let routes: Route[]
let api: OpenApi

beforeEach(async () => {
  ;({ routes } = await testApp())
  api = describeApi(routes, '1.2.3', examples)
})

test('the document is valid OpenAPI 3.1', async () => {
  const document: Record<string, unknown> = structuredClone(api)
  expect(await new Validator().validate(document)).toEqual({ valid: true })
})

test('every route of the table is in it, and nothing else', () => {
  const described = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const table = routes.map((route) => routeName(route).replaceAll(/:(\w+)/g, '{$1}'))
  expect(described.toSorted()).toEqual(table.toSorted())
})

test('every operation has its own id, its parameters and a tag that says what it is about', () => {
  const operations = Object.values(api.paths).flatMap((of) => Object.values(of))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  const tags = new Set(api.tags.map(({ name }) => name))
  expect(operations.flatMap((operation) => operation.tags).filter((tag) => !tags.has(tag))).toEqual(
    [],
  )
  for (const [path, of] of Object.entries(api.paths))
    for (const { parameters } of Object.values(of)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path')
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(inPath.map(({ name }) => name)).toEqual(named)
    }
})

test('who may ask is said as a way in, and open routes have none', () => {
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    const security = api.paths[path]?.[route.method.toLowerCase()]?.security
    if (route.access === 'anyone') expect(security).toEqual([])
    else expect(security).toContainEqual({ bearer: [route.access] })
  }
})

test('every parameter says what it means', () => {
  const silent = Object.entries(api.paths).flatMap(([path, of]) =>
    Object.values(of).flatMap(({ parameters }) =>
      parameters.filter(({ description }) => !description).map(({ name }) => `${path} ${name}`),
    ),
  )
  expect(silent).toEqual([])
})

test('every field of every answer says what it is', () => {
  const silent = Object.entries(api.paths).flatMap(([path, of]) =>
    Object.values(of).flatMap(({ responses, requestBody }) =>
      [requestBody, ...Object.values(responses)]
        .flatMap((answer) =>
          Object.values(answer !== undefined && 'content' in answer ? answer.content : {}),
        )
        .flatMap(({ schema }) => silentFields(schema, path)),
    ),
  )
  expect([...new Set(silent)]).toEqual([])
})

/** The fields without a sentence, in `schema` and in what it is made of; a named shape explains itself. */
function silentFields(schema: JsonSchema | boolean, place: string): string[] {
  if (typeof schema === 'boolean') return []
  const name = schema.$ref?.split('/').at(-1)
  const target = name === undefined ? undefined : api.components.schemas[name]
  if (target !== undefined) return silentFields(target, name ?? place)
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, of]) => {
    const silent = silentFields(of, `${place}.${field}`)
    return isDescribed(of) ? silent : [`${place}.${field}`, ...silent]
  })
  const parts = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]
  return [
    ...fields,
    ...parts.flat().flatMap((part) => (part === undefined ? [] : silentFields(part, place))),
  ]
}

function isDescribed(schema: JsonSchema | boolean): boolean {
  if (typeof schema === 'boolean') return false
  const named = api.components.schemas[schema.$ref?.split('/').at(-1) ?? '']
  return (schema.description ?? named?.description ?? '') !== ''
}

test.each(Object.entries(examples))(
  'the example of %s is what its schema says',
  (name, example) => {
    const [, path = ''] = name.split(' ')
    const asked = { path: path.replaceAll(/:(\w+)/g, '{$1}'), status: '200' }
    const value = example.answer
    expect(createJudge(api)({ ...asked, type: 'application/json', value })).toEqual([])
  },
)
