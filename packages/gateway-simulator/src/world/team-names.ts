const workshopNames = [
  'Latent Lions',
  'Prompt Pilots',
  'Cache Me Outside',
  'Gradient Gang',
  'Kernel Panic',
  'Null Pointers',
  'Vector Vikings',
  'Zero Shot',
  'Attention Heads',
  'Byte Club',
  'Softmax Society',
  'Token Tamers',
  'The Overfitters',
  'Segfault Sisters',
  'Beam Searchers',
  'Hallucination Station',
  'Café Transformer',
  'Few-Shot Foxes',
  'Regex Rangers',
  'Stack Overflowers',
  'Epoch Makers',
  'Los Embeddings',
  'Temperature Zero',
  'Context Windows',
  'Backprop Bandits',
  'Sparse Otters',
  'Mutex Mates',
  'Rubber Ducks',
  'Tensor Tigers',
  '量子猫',
]

const manners = ['Quantum', 'Gentle', 'Recursive', 'Sleepless', 'Polite', 'Lazy', 'Async', 'Tiny']
const animals = ['Badgers', 'Herons', 'Owls', 'Yaks', 'Lynxes', 'Puffins', 'Newts', 'Moths']

/** A different name for every team, however many there are. */
export function nameTeam(index: number): string {
  const known = workshopNames[index]
  if (known !== undefined) return known
  const rest = index - workshopNames.length
  const manner = manners[rest % manners.length] ?? ''
  const animal = animals[Math.floor(rest / manners.length) % animals.length] ?? ''
  const round = Math.floor(rest / (manners.length * animals.length))
  return round === 0 ? `${manner} ${animal}` : `${manner} ${animal} ${round + 1}`
}
