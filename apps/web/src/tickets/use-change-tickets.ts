import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { isWaiting } from '../server/lasting.ts'
import { useOutbox } from '../server/use-outbox.ts'
import { problemOf } from '../ui/problem-code.ts'
import { useOfferUndo, useUnderWay } from '../ui/undo.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { inverseEdit } from './inverse-edit.ts'
import { type Edit, mergeEdit } from './merge-edit.ts'
import { usePatchTicketMutation } from './tickets-api.ts'
import { useFieldWords } from './use-field-words.ts'

/** An edit, and the ticket as it was when the edit was made. */
export type TicketChange = { readonly seen: Ticket; readonly edit: Edit }
type Answered = TicketChange & {
  /** What the desk has made of it, or will if it agrees. */
  readonly after: Ticket | undefined
  /** Under which name it waits for the desk. */
  readonly waits: string | undefined
  readonly error: unknown
}

/**
 * Changes tickets, and offers to take it back. What someone else has given another value by then is not overwritten, on
 * the way there or back: `refusal` says so.
 */
export const useChangeTickets = () => {
  const { t } = useTranslation('tickets')
  const [patch] = usePatchTicketMutation()
  const { outbox } = useOutbox()
  const offerUndo = useOfferUndo()
  const underWay = useUnderWay()
  const sentence = useSentence()
  const { fieldName, fieldValue, editWords } = useFieldWords()

  const send = (changes: readonly TicketChange[]): Promise<Answered[]> =>
    Promise.all(
      changes.map(async ({ seen, edit }) => {
        const { data, error } = await patch({ ticket: seen, edit })
        const waits = data && isWaiting(data) ? data.waits : undefined
        const after = data && (isWaiting(data) ? { ...seen, ...edit } : data)
        return { seen, edit, after, waits, error }
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
    const answers = await underWay(send(changes))
    const inverses = answers.flatMap(({ seen, edit, after, waits }) => {
      const inverse = after && inverseEdit(seen, edit, after)
      return inverse ? [{ seen: after, edit: inverse, waits }] : []
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
        const isLeft = await Promise.all(
          inverses.map(async ({ waits }) => waits === undefined || !(await outbox.takeBack(waits))),
        )
        const left = inverses.filter((_, index) => isLeft[index])
        const refusals = (await send(left)).flatMap((answer) => refusal(answer) ?? [])
        return refusals.length > 0 ? refusals.join(' ') : undefined
      },
    })
    return answers
  }

  return { change, refusal }
}
