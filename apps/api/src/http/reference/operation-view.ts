import type { Answer, Operation, Parameter } from '../openapi/document.ts'
import { html, prose, type Html } from './html.ts'
import { fields, typeOf } from './schema-view.ts'

export type Shown = { method: string; path: string; operation: Operation; curl: string }

export function operationView(
  { method, path, operation, curl }: Shown,
  shared: Readonly<Record<string, Answer>>,
): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  const body = requestBody?.content['application/json']
  return html`<article aria-labelledby="${operationId}">
    <h3 id="${operationId}">
      <a href="#${operationId}"
        ><span class="method">${method.toUpperCase()}</span> ${breakable(path)}</a
      >
    </h3>
    <p>${prose(summary)}. <span class="quiet">${description}</span></p>
    <pre class="curl"><code>${curl}</code></pre>
    ${parameters.length === 0 ? '' : parameterTable(parameters)}
    ${
      body === undefined
        ? ''
        : html`<h4>Body</h4>
            ${fields(body.schema)}`
    }
    <h4>Answers</h4>
    <dl class="answers">
      ${Object.entries(responses).map(([status, answer]) => answerView(status, answer, shared))}
    </dl>
  </article>`
}

function answerView(
  status: string,
  given: Answer | { $ref: string },
  shared: Readonly<Record<string, Answer>>,
): Html {
  const answer = '$ref' in given ? shared[given.$ref.split('/').at(-1) ?? ''] : given
  if (answer === undefined) return html``
  const contents = Object.entries(answer.content ?? {}).map(
    ([type, { schema, example }]) =>
      html`<p class="quiet">${type}: ${typeOf(schema)}</p>
        ${schema.$ref === undefined ? fields(schema) : ''}${example === undefined ? '' : exampleView(example)}`,
  )
  return html`<dt><code>${status}</code></dt>
    <dd>${prose(answer.description)}${contents}</dd>`
}

function exampleView(example: unknown): Html {
  return html`<details>
    <summary>Example</summary>
    <pre><code>${JSON.stringify(example, null, 2)}</code></pre>
  </details>`
}

function parameterTable(parameters: readonly Parameter[]): Html {
  const rows = parameters.map(
    ({ name, in: place, required, description = '', schema }) =>
      html`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>
          ${typeOf(schema)}${schema.default === undefined ? '' : html`, else <code>${worded(schema.default)}</code>`}${required ? ', required' : ''}${place === 'path' ? ', in the path' : ''}
        </td>
        <td>${prose(description)}</td>
      </tr>`,
  )
  return html`<table>
    <caption>
      Parameters
    </caption>
    <thead>
      <tr>
        <th scope="col">name</th>
        <th scope="col">may be</th>
        <th scope="col">meaning</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

/** A long path may break behind its slashes. */
function breakable(path: string): Html {
  return { html: html`${path}`.html.replaceAll('/', '/<wbr>') }
}

function worded(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
