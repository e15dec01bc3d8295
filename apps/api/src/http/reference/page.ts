import type { OpenApi } from '../openapi/document.ts'
import { html, prose, type Html } from './html.ts'
import { operationView, type Shown } from './operation-view.ts'
import { fields, schemaId, typeOf } from './schema-view.ts'

/** The reference page: everything the document says, as a page without any script. */
export function referencePage(api: OpenApi, curls: ReadonlyMap<string, string>): string {
  const all = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Shown => {
      const curl = curls.get(operation.operationId) ?? ''
      return { method, path, operation, curl }
    }),
  )
  const { title, version, description } = api.info
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>API · ${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the routes</a>
        <header>
          <p><a href="/">${title}</a> ${version}</p>
          <h1>The HTTP API</h1>
          ${description.split('\n\n').map((text) => html`<p>${prose(text)}</p>`)}
          <p>
            <a href="/openapi.json">openapi.json</a> says the same to programs. In the examples
            <code>PODIUM</code> is the address of this server.
          </p>
        </header>
        <nav aria-label="Routes">
          <ul>
            ${api.tags.map(({ name }) => tagLinks(name, all))}
            <li><a href="#shapes">shapes</a></li>
          </ul>
        </nav>
        <main id="main" tabindex="-1">
          ${api.tags.map((tag) => tagSection(tag, all, api))}
          <section aria-labelledby="shapes">
            <h2 id="shapes">shapes</h2>
            ${Object.entries(api.components.schemas).map(
              ([name, schema]) =>
                html`<article>
                  <h3 id="${schemaId(name)}">${name}</h3>
                  <p class="quiet">${typeOf(schema)}</p>
                  ${schema.description === undefined ? '' : html`<p>${prose(schema.description)}</p>`}${fields(schema)}
                </article>`,
            )}
          </section>
        </main>
      </body>
    </html> `.html
}

function ofTag(tag: string, all: readonly Shown[]): Shown[] {
  return all.filter(({ operation }) => operation.tags.includes(tag))
}

function tagLinks(tag: string, all: readonly Shown[]): Html {
  const links = ofTag(tag, all).map(
    ({ method, path, operation }) =>
      html`<li>
        <a href="#${operation.operationId}"
          >${method === 'get' ? '' : `${method.toUpperCase()} `}${path}</a
        >
      </li>`,
  )
  return html`<li>
    <a href="#${tagId(tag)}">${tag}</a>
    <ul>
      ${links}
    </ul>
  </li>`
}

function tagSection(tag: OpenApi['tags'][number], all: readonly Shown[], api: OpenApi): Html {
  const views = ofTag(tag.name, all).map((shown) => operationView(shown, api.components.responses))
  return html`<section aria-labelledby="${tagId(tag.name)}">
    <h2 id="${tagId(tag.name)}">${tag.name}</h2>
    <p class="quiet">${tag.description}</p>
    ${views}
  </section>`
}

function tagId(tag: string): string {
  return `tag-${tag}`
}
