import type { ChartTableData } from '../../src/ui/charts/chart-table.ts'

/** Two steps of two teams; the second step of one of them is not known. */
export const twoTeams: ChartTableData = {
  columns: [
    { key: 'from', label: 'From', kind: 'words' },
    {
      key: 't_1',
      label: 'Latent Lions',
      kind: 'count',
      name: { kind: 'team', key: 't_1', label: 'Latent Lions' },
    },
    { key: 'others', label: 'Others', kind: 'count' },
    { key: 'all', label: 'All', kind: 'usd' },
  ],
  rows: [
    {
      key: '10',
      head: { label: '10:00', datetime: '2026-11-21T10:00:00Z' },
      cells: [1_234_567, 3, 0.000123],
    },
    {
      key: '11',
      head: { label: '11:00', datetime: '2026-11-21T11:00:00Z', note: 'so far' },
      cells: [null, 4, 'no price'],
    },
  ],
  foot: [{ key: 'total', head: { label: 'Total' }, cells: [1_234_567, 7, 1.5] }],
}
