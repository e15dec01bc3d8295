import { h, shallowRef, type Component, type FunctionalComponent, type VNode } from 'vue'

/** A part that is loaded when it is first shown; until it is there, `meanwhile` stands in its place. */
export function later<Part extends Component>(
  load: () => Promise<{ default: Part }>,
  meanwhile: () => VNode | null = () => null,
): Part {
  const part = shallowRef<Part>()
  let isAsked = false

  async function ask(): Promise<void> {
    isAsked = true
    try {
      part.value = (await load()).default
    } finally {
      // The next time that it is shown it is tried again.
      isAsked = false
    }
  }
  const standIn: FunctionalComponent = (props, { slots }) => {
    if (part.value !== undefined) return h(part.value, props, slots)
    if (!isAsked) void ask()
    return meanwhile()
  }
  standIn.inheritAttrs = false
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- whatever it is given goes on to the part, so it takes the same
  return standIn as Component as Part
}
