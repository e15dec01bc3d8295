import type { Format } from '../../lib/format.ts'
import type { ChartTableData } from '../../ui/charts/chart-table.ts'
import type { TimePicture } from '../../ui/charts/picture.ts'
import { stepTexts } from '../../ui/charts/step-texts.ts'

type About = {
  format: Format
  atLabel: string
  countLabel: string
  /** How many observations are behind each value. */
  counts?: readonly (readonly (number | null)[])[]
}

/** The numbers of a chart over time, its newest step last. */
export function pictureTable(
  picture: TimePicture,
  { format, atLabel, countLabel, counts = [] }: About,
): ChartTableData {
  const { full } = stepTexts(picture, format)
  const [observations] = counts
  return {
    columns: [
      { key: 'at', label: atLabel, kind: 'words' },
      ...picture.lines.map(({ key, label }) => ({ key, label, kind: picture.kind })),
      ...(observations === undefined
        ? []
        : [{ key: 'n', label: countLabel, kind: 'count' as const }]),
    ],
    rows: picture.starts.map((start, index) => ({
      key: start,
      head: { label: full[index] ?? start, datetime: start },
      cells: [
        ...picture.lines.map(({ values }) => values[index] ?? null),
        ...(observations === undefined ? [] : [observations[index] ?? null]),
      ],
    })),
  }
}
