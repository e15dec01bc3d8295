// eslint-disable-next-line no-restricted-properties -- `npm run deep` asks for the long form, once
const isDeep = process.env['PODIUM_DEEP'] === '1'

/** How often something random is tried: as `npm test` can afford it, or as `npm run deep` wants it. */
export function often(quick: number, deep: number): number {
  return isDeep ? deep : quick
}
