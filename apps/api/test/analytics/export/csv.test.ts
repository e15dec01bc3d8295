import { expect, test } from 'vitest'
import { csvLines } from '../../../src/analytics/export/csv.ts'
import { jsonPieces } from '../../../src/analytics/export/json.ts'
import type { Value } from '../../../src/analytics/export/table.ts'

const csv = (...rows: Value[][]) => [...csvLines({ columns: ['name', 'value'], rows })].join('')
const field = (text: string) => csv([text, null]).slice('name,value\r\n'.length, -3)

test('lines end in CR LF, unknown is empty, numbers and truth stay what they are', () => {
  expect(csv(['Red', -1.5], ['Blue', null], ['Green', true], ['Tiny', 1e-7])).toBe(
    'name,value\r\nRed,-1.5\r\nBlue,\r\nGreen,true\r\nTiny,1e-7\r\n',
  )
})

test.each([
  ['Blue, with comma', '"Blue, with comma"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['a;=1+1', '"a;=1+1"'],
  ['🦊 Füchse', '🦊 Füchse'],
])('%j is a field', (text, written) => {
  expect(field(text)).toBe(written)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\0=1', '＝1', '＋1', '－1', '＠x'])(
  '%j is no formula',
  (text) => {
    expect(field(text)).toBe(`'${text}`)
  },
)

test.each(['\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x","y")'])('%j is no formula', (text) => {
  expect(field(text)).toBe(`"'${text.replaceAll('"', '""')}"`)
})

test('as JSON the same rows are one array of objects', () => {
  const columns = ['name', 'value']
  const json = (rows: Value[][]): unknown => JSON.parse([...jsonPieces({ columns, rows })].join(''))
  expect(json([])).toEqual([])
  expect(
    json([
      ['=1', 2],
      ['b', null],
    ]),
  ).toEqual([
    { name: '=1', value: 2 },
    { name: 'b', value: null },
  ])
})
