import { createRandom } from '../world/random.ts'
import type { Player } from '../world/world.ts'
import type { Temperament } from '../world/temperament.ts'

const moodMinutes = 25

/** What a team tries for a while: another model than usual, an idea that fails, a longer answer. Over a day it is as ever. */
export function moodOf(seed: number, player: Player, minute: number): Temperament {
  const { temperament, id } = player
  const shift = Math.floor(createRandom(seed, id, 'mood')() * moodMinutes)
  const random = createRandom(seed, id, 'mood', Math.floor((minute + shift) / moodMinutes))
  const favoured = Math.floor(random() * temperament.models.length)
  return {
    ...temperament,
    models: temperament.models.map(([name, weight], at) => [
      name,
      at === favoured ? 12 * weight : weight,
    ]),
    pace: temperament.pace * (0.3 + 2.2 * random() ** 2),
    failures: temperament.failures * 4 * random() ** 2,
    completionTokens: temperament.completionTokens * (0.5 + 1.2 * random()),
  }
}
