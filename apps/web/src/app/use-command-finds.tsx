import { useTranslation } from 'react-i18next'
import { type CommandId, commandIds, commandOf, places } from '../commands/command-table.ts'
import { KeyCaps } from '../commands/KeyCaps.tsx'
import type { Standing } from '../commands/keyboard.ts'
import type { Standings } from '../commands/use-commands.ts'
import type { Find } from './find.ts'

// What only makes sense with a hand on its key.
const byKeyOnly: ReadonlySet<CommandId> = new Set(['palette', 'nextRow', 'previousRow'])

// What is meant by a place comes before what can be done everywhere.
const rank = (id: CommandId) => places.indexOf(commandOf(id).place)

/** Every command, those that can be done here first; the others say why not, or where. */
export const useCommandFinds = (standings: Standings): readonly Find[] => {
  const { t } = useTranslation('commands')
  const whyNot = (id: CommandId, standing: Standing | undefined) => {
    if (!standing || standing.kind === 'absent') return t(`place.${commandOf(id).place}`)
    return standing.kind === 'unable' ? standing.why : undefined
  }

  return commandIds
    .filter((id) => !byKeyOnly.has(id))
    .map((id) => {
      const standing = standings.get(id)
      return {
        id,
        label: t(`do.${id}`),
        aside: <KeyCaps of={id} />,
        whyNot: whyNot(id, standing),
        run: () => standing?.kind === 'ready' && standing.run(),
      }
    })
    .toSorted((a, b) => Number(a.whyNot !== undefined) - Number(b.whyNot !== undefined) || rank(a.id) - rank(b.id))
}
