export const keys = {
  find: 'Find teams, measures, ranges, pages',
}
