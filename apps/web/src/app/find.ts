import type { Choice } from '../ui/ChoiceList.tsx'

/** Something that the palette finds. What has an address is a place to go to; the rest is done. */
export type Find = Choice & ({ readonly to: string } | { readonly run: () => void })
