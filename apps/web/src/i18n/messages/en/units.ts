export const units = {
  thousand: 'k',
  million: 'M',
  billion: 'B',
  trillion: 'T',
  points: 'pts',
}
