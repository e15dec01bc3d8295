import type { Page } from 'playwright'

export type ReadTable = { heads: string[]; rows: string[][]; foot: string[][] }

/** A table as somebody reads it who does not see it. */
export function readTable(page: Page, card: string): Promise<ReadTable> {
  return page.locator(`#${card} table`).evaluate((table) => {
    const text = (cell: Element) => cell.textContent.replaceAll(/[\s\u00A0\u202F]+/g, ' ').trim()
    const cells = (part: string) =>
      [...table.querySelectorAll(`${part} tr`)].map((row) => [...row.children].map(text))
    return { heads: cells('thead')[0] ?? [], rows: cells('tbody'), foot: cells('tfoot') }
  })
}

/** `10,739,959` and `$1,234.50` as numbers; what is no number is `null`. */
export function numberIn(text: string | undefined): number | null {
  const digits = text?.replaceAll(/[$,%s ]/g, '') ?? ''
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}
