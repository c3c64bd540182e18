import type { NewToken } from '@livedesk/resources'
import { Button, Table, VisuallyHidden } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Problem } from '../ui/Problem.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { SettingsSection } from '../ui/SettingsSection.tsx'
import { useSentence } from '../ui/use-sentence.ts'
import { NewTokenDialog } from './NewTokenDialog.tsx'
import { useDeleteTokenMutation, useTokensQuery } from './session-api.ts'
import { TokenSecret } from './TokenSecret.tsx'

/** A person's keys for scripts. */
export const TokensPage = () => {
  const { t } = useTranslation('session')
  const sentence = useSentence()
  const answer = useTokensQuery()
  const [remove, removing] = useDeleteTokenMutation()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<NewToken>()

  const show = (token: NewToken) => {
    setMaking(false)
    setMade(token)
  }

  return (
    <>
      <SettingsSection
        title={t('tokens.title')}
        why={t('tokens.why')}
        add={{ label: t('tokens.make'), run: () => setMaking(true) }}
        answer={answer}
        failed={t('tokens.failed')}
      >
        {({ items }) => (
          <>
            {made && <TokenSecret token={made} onClose={() => setMade(undefined)} />}
            {removing.error && <Problem title={t('tokens.notRemoved')} detail={sentence(removing.error)} />}
            {items.length === 0 ? (
              <EmptyState icon={IconKey} title={t('tokens.none')}>
                <p>{t('tokens.noneNext')}</p>
              </EmptyState>
            ) : (
              <Table aria-label={t('tokens.title')} verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('tokens.name')}</Table.Th>
                    <Table.Th>{t('tokens.made')}</Table.Th>
                    <Table.Th>{t('tokens.used')}</Table.Th>
                    <Table.Th>
                      <VisuallyHidden>{t('tokens.remove')}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((token) => (
                    <Table.Tr key={token.id}>
                      <Table.Td fw={500}>{token.name}</Table.Td>
                      <Table.Td>
                        <RelativeTime moment={token.created_at} />
                      </Table.Td>
                      <Table.Td>
                        {token.last_used_at ? <RelativeTime moment={token.last_used_at} /> : t('tokens.never')}
                      </Table.Td>
                      <Table.Td ta="end">
                        <Button
                          variant="subtle"
                          color="red"
                          size="compact-xs"
                          aria-label={t('tokens.removeOne', { name: token.name })}
                          onClick={() => void remove(token.id)}
                        >
                          {t('tokens.remove')}
                        </Button>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </>
        )}
      </SettingsSection>
      <NewTokenDialog opened={isMaking} onClose={() => setMaking(false)} onMade={show} />
    </>
  )
}
