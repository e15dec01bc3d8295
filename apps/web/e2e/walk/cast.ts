import type { TeamName } from '@podium/contracts'

const known = [
  'Latent Lions',
  'Retrieval-Augmented Rabbits of the Rhine-Neckar Region',
  'Entropy Eagles',
  'Token Tapirs',
  'Donaudampfschifffahrtselektrizitäten',
  'Gradient Goats',
  'qa',
]
const firstWords = (
  'Attentive Bayesian Cached Deep Eager Frozen Greedy Hidden Idle Joint Kernel Linear Masked ' +
  'Neural Open Prompt Quiet Recurrent Sparse Tiny Urgent Vector Wide Zero-Shot Yielding'
).split(' ')
const lastWords = (
  'Albatrosses Badgers Cats Dingos Emus Foxes Geckos Herons Ibexes Jackals Kiwis Lemurs Mice ' +
  'Newts Otters Pandas Quails Ravens Seals Tigers Urchins Voles Wolves Yaks Zebras Ants Bees ' +
  'Crabs Ducks Eels Frogs Gulls Hares Impalas Jays Koalas Lynxes Moles Narwhals Owls Pikes Rays'
).split(' ')

/** What somebody may call a team to see what happens. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  'فريق الذكاء الاصطناعي ٢٠٢٦',
  '\u202Eevil reversed name',
  '👩‍👩‍👧‍👦🏳️‍🌈🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀',
  'Long '.repeat(2000),
  'W'.repeat(10_000),
  `Z${'\u0351\u0347\u034E\u033A\u0300\u0301'.repeat(40)}algo`,
  '"><script>alert(1)</script>{{ constructor }}',
  'צוות המודלים (1) vs. Team 2',
  '漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字',
  'line one\nline two\ttabbed',
]

export type Cast = readonly TeamName[]

/** So many teams, always the same: their names are told apart by nothing but themselves. */
export function castOf(count: number): Cast {
  return namesToTeams(
    Array.from({ length: count }, (_, index) => {
      const first = firstWords[index % firstWords.length] ?? ''
      const last = lastWords[Math.floor(index / firstWords.length) % lastWords.length] ?? ''
      return known[index] ?? `${first} ${last}`
    }),
  )
}

export const hostileCast: Cast = namesToTeams(hostile)

function namesToTeams(names: readonly string[]): Cast {
  return names.map((name, index) => ({
    id: `t_${index + 1}`,
    name,
    gone: index % 29 === 11,
    mark: index % 49,
  }))
}
