/** A machine that can be explored: what can happen in each of its states. */
export type Machine<State> = {
  readonly initial: State
  /** Every step from a state, each with what it leads to. */
  readonly steps: (state: State) => Iterable<readonly [name: string, next: State]>
  /** Tells states apart: two with the same key are one. */
  readonly key: (state: State) => string
  /** What is wrong with a state; undefined if nothing is. */
  readonly wrong: (state: State) => string | undefined
}

export type Exploration = {
  readonly states: number
  readonly steps: number
  /** The shortest way to a state with which something is wrong; undefined if there is none. */
  readonly counterexample: { readonly trace: readonly string[]; readonly wrong: string } | undefined
}

/** Visits every state that can be reached, nearest first, and stops at the first that is wrong. Throws beyond `maxStates`. */
export const explore = <State>({ initial, steps, key, wrong }: Machine<State>, maxStates = 2_000_000): Exploration => {
  const seen = new Map<string, readonly [parent: string | undefined, step: string]>()
  let layer: State[] = []
  let taken = 0

  const visit = (state: State, parent: string | undefined, step: string) => {
    const name = key(state)
    if (seen.has(name)) return undefined
    if (seen.size >= maxStates) throw new Error(`There are more than ${maxStates} states.`)
    seen.set(name, [parent, step])
    layer.push(state)
    const why = wrong(state)
    return why === undefined ? undefined : { trace: traceTo(seen, name), wrong: why }
  }

  let counterexample = visit(initial, undefined, '')
  while (layer.length > 0 && !counterexample) {
    const states = layer
    layer = []
    for (const state of states) {
      const parent = key(state)
      for (const [name, next] of steps(state)) {
        taken += 1
        counterexample = visit(next, parent, name)
        if (counterexample) return { states: seen.size, steps: taken, counterexample }
      }
    }
  }
  return { states: seen.size, steps: taken, counterexample }
}

const traceTo = (seen: ReadonlyMap<string, readonly [string | undefined, string]>, name: string) => {
  const trace: string[] = []
  for (let at: string | undefined = name; at !== undefined;) {
    const [parent, step]: readonly [string | undefined, string] = seen.get(at) ?? [undefined, '']
    if (parent !== undefined) trace.unshift(step)
    at = parent
  }
  return trace
}
