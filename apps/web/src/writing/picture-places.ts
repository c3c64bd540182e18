import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A place between words that is kept for a picture on its way: not part of what is written, it moves along with it. */
type Place = { readonly at: number; readonly key: string; readonly element: HTMLElement }

type Kept = { readonly spec: Spec }
type Spec = { readonly upload: string; readonly element: HTMLElement }

type Step = { readonly kept: Place } | { readonly left: string; readonly othersTo?: number }

const places = new PluginKey<DecorationSet>('picture-places')
const steps = new WeakMap<Transaction, Step>()

const withStep = (change: Transaction, step: Step) => {
  steps.set(change, step)
  return change
}

/** Keeps the places of pictures that are on their way. */
export const keepPlaces = () =>
  new Plugin<DecorationSet>({
    key: places,
    state: {
      init: () => DecorationSet.empty,
      apply: (change, before) => {
        const set = before.map(change.mapping, change.doc)
        const step = steps.get(change)
        if (!step) return set
        if ('kept' in step) return set.add(change.doc, [widget(step.kept)])
        const left = set.find(undefined, undefined, (spec: Spec) => spec.upload === step.left)
        const { othersTo } = step
        if (othersTo === undefined) return set.remove(left)
        // Pictures that were given together stay in their order.
        const [at = 0] = left.map(({ from }) => from)
        const others = set.find(at, at).filter((one) => !left.includes(one))
        const moved = others.map(({ spec }: Kept) => widget({ at: othersTo, key: spec.upload, element: spec.element }))
        return set.remove([...left, ...others]).add(change.doc, moved)
      },
    },
    props: { decorations: (state) => places.getState(state) },
  })

/** Keeps a place. */
export const keepPlace = (change: Transaction, place: Place) => withStep(change, { kept: place })

/** Gives a place up. */
export const leavePlace = (change: Transaction, key: string) => withStep(change, { left: key })

/** Where the place of a picture is by now; undefined if the words around it are gone. */
export const placeOf = (state: EditorState, key: string) =>
  places.getState(state)?.find(undefined, undefined, (spec: Spec) => spec.upload === key)[0]?.from

/** Puts a picture into its place. */
export const fillPlace = (change: Transaction, key: string, at: number, picture: Node) =>
  withStep(change.insert(at, picture), { left: key, othersTo: at + picture.nodeSize })

// What is typed where it stands comes after it.
const widget = ({ at, key, element }: Place) =>
  Decoration.widget(at, element, { key, side: -1, stopEvent: () => true, ignoreSelection: true, upload: key, element })
