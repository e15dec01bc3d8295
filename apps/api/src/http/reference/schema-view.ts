import type { JsonSchema } from '../openapi/document.ts'
import { html, prose, type Html } from './html.ts'

type Subschema = JsonSchema | boolean

/** What a value may be, in a few words; names lead to their own place on the page. */
export function typeOf(schema: Subschema): Html {
  if (typeof schema === 'boolean') return html`anything`
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return html`<a href="#${schemaId(name)}">${name}</a>`
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return joined(choices.map(typeOf), ' or ')
  if (schema.enum !== undefined)
    return joined(
      schema.enum.map((value) => html`<code>${String(value)}</code>`),
      ' ',
    )
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.type === undefined) return html`anything`
  return joined(
    [schema.type].flat().map((type) => plainType(type, schema)),
    ' or ',
  )
}

function plainType(type: string, schema: JsonSchema): Html {
  if (type === 'array') {
    const { items } = schema
    const item = items === undefined || Array.isArray(items) ? true : items
    return html`list of ${typeOf(item)}`
  }
  if (type === 'object' && typeof schema.additionalProperties === 'object')
    return html`by name: ${typeOf(schema.additionalProperties)}`
  if (type === 'string' && schema.format !== undefined) return html`${schema.format}`
  const { minimum, maximum } = schema
  if (minimum === undefined && maximum === undefined) return html`${type}`
  return html`${type} (${minimum ?? ''}–${maximum ?? ''})`
}

export function schemaId(name: string): string {
  return `schema-${name}`
}

/** The fields of an object, and theirs. */
export function fields(schema: Subschema): Html {
  if (typeof schema === 'boolean') return html``
  const inner = [schema, schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]
  const of = inner.flat().find((each) => typeof each === 'object' && each.properties !== undefined)
  if (typeof of !== 'object') return html``
  const required = new Set(of.required)
  const rows = Object.entries(of.properties ?? {}).map(([name, property]) =>
    field(name, property, required.has(name)),
  )
  return html`<ul class="fields">
    ${rows}
  </ul>`
}

function field(name: string, schema: Subschema, isRequired: boolean): Html {
  const description = typeof schema === 'object' ? schema.description : undefined
  return html`<li>
    <code class="name">${name}</code>
    <span class="type">${typeOf(schema)}${isRequired ? '' : ', may be missing'}</span
    >${description === undefined ? '' : html`<p>${prose(description)}</p>`}${fields(schema)}
  </li>`
}

function joined(parts: readonly Html[], separator: string): Html {
  return { html: parts.map((part) => part.html).join(separator) }
}
