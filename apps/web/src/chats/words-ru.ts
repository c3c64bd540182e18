import type { Russian } from '../ui/words.ts'
import type { en } from './words-en.ts'

export const ru = {} as const satisfies Russian<typeof en>
