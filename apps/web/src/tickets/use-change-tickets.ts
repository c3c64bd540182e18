import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { isWaiting } from '../server/lasting.ts'
import { problemOf } from '../ui/problem-code.ts'
import { useOfferUndo } from '../ui/undo.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { inverseEdit } from './inverse-edit.ts'
import { type Edit, mergeEdit } from './merge-edit.ts'
import { usePatchTicketMutation } from './tickets-api.ts'
import { useFieldWords } from './use-field-words.ts'

/** An edit, and the ticket as it was when the edit was made. */
export type TicketChange = { readonly seen: Ticket; readonly edit: Edit }
type Answered = TicketChange & { readonly after: Ticket | undefined; readonly error: unknown }

/**
 * Changes tickets, and offers to take it back. What someone else has given another value by then is not overwritten, on
 * the way there or back: `refusal` says so.
 */
export const useChangeTickets = () => {
  const { t } = useTranslation('tickets')
  const [patch] = usePatchTicketMutation()
  const offerUndo = useOfferUndo()
  const sentence = useSentence()
  const { fieldName, fieldValue, editWords } = useFieldWords()

  const send = (changes: readonly TicketChange[]): Promise<Answered[]> =>
    Promise.all(
      changes.map(async ({ seen, edit }) => {
        const { data, error } = await patch({ ticket: seen, edit })
        // What waits for the desk is shown, and told apart from the screen that it was done on.
        return { seen, edit, after: data && !isWaiting(data) ? data : undefined, error }
      }),
    )

  /** Why the desk did not do what was asked; undefined when it did. */
  const refusal = ({ seen, edit, error }: Answered) => {
    if (!error) return undefined
    const current = problemOf(error)?.ticket
    const merge = current && mergeEdit(seen, edit, current)
    if (!current || merge?.kind !== 'conflict') return `#${seen.id}: ${sentence(error)}`
    const values = merge.fields.map((field) => `${fieldName(field)}: ${fieldValue(field, current[field])}`)
    return t('change.kept', { id: seen.id, what: values.join(', ') })
  }

  const change = async (changes: readonly TicketChange[]) => {
    const answers = await send(changes)
    const inverses = answers.flatMap(({ seen, edit, after }) => {
      const inverse = after && inverseEdit(seen, edit, after)
      return inverse ? [{ seen: after, edit: inverse }] : []
    })
    const [first] = inverses
    if (!first) return answers

    const what = editWords(answers.find(({ seen }) => seen.id === first.seen.id)?.edit ?? {})
    offerUndo({
      said:
        inverses.length === 1
          ? t('change.one', { id: first.seen.id, what })
          : t('change.many', { count: inverses.length, what }),
      undo: async () => {
        const refusals = (await send(inverses)).flatMap((answer) => refusal(answer) ?? [])
        return refusals.length > 0 ? refusals.join(' ') : undefined
      },
    })
    return answers
  }

  return { change, refusal }
}
