import type { Words } from '../../words.ts'

export const units: Words['units'] = {
  thousand: 'k',
  million: 'Mio.',
  billion: 'Mrd.',
  trillion: 'Bio.',
  points: 'Pkt.',
}
