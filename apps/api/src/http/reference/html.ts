/** Text that may stand in a page as it is. */
export type Html = { readonly html: string }
type Part = string | number | Html | readonly Html[]

/** Everything put into the template is escaped, but for what this has made. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: String.raw({ raw: texts }, ...parts.map(written)) }
}

function written(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((each) => each.html).join('')
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? '')
}

/** Plain text in which `code` is marked as in Markdown. */
export function prose(text: string): Html {
  return {
    html: text
      .split('`')
      .map((piece, index) => (index % 2 === 0 ? html`${piece}` : html`<code>${piece}</code>`).html)
      .join(''),
  }
}
