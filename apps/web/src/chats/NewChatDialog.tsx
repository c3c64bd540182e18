import type { ChatId, UserId } from '@livedesk/events'
import { Button, Group, Modal, SegmentedControl, Select, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../ui/directory.ts'
import { Form } from '../ui/Form.tsx'
import { PeoplePicker } from '../ui/PeoplePicker.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { useCreateChatMutation } from './chats-api.ts'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onOpen: (chatId: ChatId) => void }

/** Begins a chat with one person, or with several under a name. */
export const NewChatDialog = ({ opened, onClose, onOpen }: Props) => {
  const { t } = useTranslation('chats')
  const sentence = useSentence()
  const { me, people } = useDirectory()
  const [kind, setKind] = useState<'direct' | 'group'>('direct')
  const [userId, setUserId] = useState<UserId | null>(null)
  const [memberIds, setMemberIds] = useState<UserId[]>([])
  const [title, setTitle] = useState('')
  const [create, { error, isLoading }] = useCreateChatMutation()
  const others = people.filter((user) => user.active && user.id !== me.id)
  const data = others.map((user) => ({ value: user.id, label: user.name }))
  const isReady = kind === 'direct' ? userId !== null : title.trim() !== ''

  const wanted = () => {
    if (kind === 'group') return { kind, title: title.trim(), member_ids: memberIds }
    return userId === null ? undefined : { kind, user_id: userId }
  }
  const begin = async (event: SyntheticEvent) => {
    event.preventDefault()
    const chat = wanted()
    const { data: begun } = chat ? await create(chat) : {}
    if (begun) onOpen(begun.id)
  }

  return (
    <Modal opened={opened} onClose={onClose} title={t('new.title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Form onSubmit={begin}>
        <SegmentedControl
          aria-label={t('new.kind')}
          value={kind}
          onChange={setKind}
          data={[
            { value: 'direct', label: t('kind.direct') },
            { value: 'group', label: t('kind.group') },
          ]}
        />
        {kind === 'direct' ? (
          <Select<UserId>
            label={t('new.with')}
            searchable
            data-autofocus
            nothingFoundMessage={t('noOne')}
            data={data}
            value={userId}
            onChange={setUserId}
          />
        ) : (
          <>
            <TextInput
              label={t('new.name')}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <PeoplePicker
              label={t('membersTitle')}
              find={t('new.find')}
              nobody={t('noOne')}
              people={others}
              chosen={memberIds}
              onChange={setMemberIds}
            />
          </>
        )}
        {error && <Problem title={t('failed.create')} detail={sentence(error)} />}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isLoading}>
            {t('new.begin')}
          </Button>
        </Group>
      </Form>
    </Modal>
  )
}
