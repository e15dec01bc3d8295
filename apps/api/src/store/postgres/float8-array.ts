const float8Oid = 701
const headerBytes = 20
const valueBytes = 12

/** All values of all rows, one after the other, as PostgreSQL's binary form of `float8[]`. */
export function float8Array(rows: readonly (readonly number[])[]): Buffer {
  const count = rows.reduce((sum, row) => sum + row.length, 0)
  const buffer = Buffer.allocUnsafe(headerBytes + count * valueBytes)
  // Half as long as the buffer's own methods take.
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length)
  // One dimension, no nulls, which type, how many, counted from 1.
  for (const [index, field] of [1, 0, float8Oid, count, 1].entries())
    view.setInt32(index * 4, field)
  let offset = headerBytes
  for (const row of rows)
    for (const value of row) {
      view.setInt32(offset, 8)
      view.setFloat64(offset + 4, value)
      offset += valueBytes
    }
  return buffer
}
