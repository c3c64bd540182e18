import type { TicketMessage } from '@livedesk/events'
import { isFilesAlone, picturesIn } from '@livedesk/resources'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../ui/problem-code.ts'
import { changeDraft, unchangeDraft } from '../ui/use-draft.ts'
import { useSentence } from '../ui/use-sentence.ts'
import { withAbove } from './draft-standing.ts'
import { useTakeBackMessageMutation } from './tickets-api.ts'
import { useGoWrite } from './to-write.ts'
import { draftName } from './use-kept-draft.ts'

/**
 * Takes back what was sent a moment ago. Its words and files are where they were written at once, above what was begun since,
 * with the caret; if the desk does not agree, they go again, and a sentence says why.
 */
export const useTakeBack = () => {
  const { t } = useTranslation('composer')
  const sentence = useSentence()
  const goWrite = useGoWrite()
  const [ask] = useTakeBackMessageMutation()

  return async (message: TicketMessage): Promise<string | undefined> => {
    const { id, ticket_id, kind, body, content, attachments = [] } = message
    const name = draftName(ticket_id, kind)
    const words = isFilesAlone(message) ? undefined : { body, content }
    const pictures = content ? picturesIn(content) : []
    const below = attachments.filter((file) => !pictures.includes(file.id))
    const change = changeDraft(name, (now) => withAbove(now, words, below))
    goWrite(ticket_id, kind)
    const { error } = await ask({ ticket_id, id })
    // From another tab it may be gone already.
    if (!error || problemOf(error)?.status === 404) return undefined
    unchangeDraft(name, change)
    return problemOf(error)?.status === 409 ? t('takeBack.late') : t('takeBack.failed', { why: sentence(error) })
  }
}
