import type { ChatId } from '@livedesk/events'
import { ActionIcon, Textarea } from '@mantine/core'
import { IconSend2 } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/Problem.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './ChatComposer.module.css'
import { usePostChatMessageMutation } from './chats-api.ts'
import { useSayTyping } from './use-typing.ts'

type Props = { readonly chatId: ChatId; readonly onSent: () => void }

/** Where a chat message is written: Enter sends, Shift and Enter begins another line. What was not sent stays. */
export const ChatComposer = ({ chatId, onSent }: Props) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const { draft, write, clear } = useDraft(`chat.${chatId}`)
  const [post, { error, isLoading }] = usePostChatMessageMutation()
  const sayTyping = useSayTyping(chatId)
  const isEmpty = draft.body.trim() === ''

  const send = async () => {
    if (isEmpty || isLoading) return
    const { data } = await post({ chat_id: chatId, body: draft.body, key: draft.key })
    if (!data) return
    clear(draft)
    onSent()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey || event.code !== 'Enter') return
    event.preventDefault()
    void send()
  }
  const change = (body: string) => {
    write({ body })
    if (body.trim() !== '') sayTyping()
  }

  return (
    <div className={classes['composer']}>
      {error && <Problem title={t('notSent')} detail={sentence(error)} onRetry={() => void send()} />}
      <Textarea
        aria-label={t('write')}
        placeholder={t('write')}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={20_000}
        value={draft.body}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={press}
        rightSection={
          <ActionIcon
            aria-label={t('send')}
            color="ink"
            disabled={isEmpty}
            loading={isLoading}
            onClick={() => void send()}
          >
            <IconSend2 aria-hidden size={17} />
          </ActionIcon>
        }
        rightSectionProps={{ className: classes['send'] }}
      />
    </div>
  )
}
