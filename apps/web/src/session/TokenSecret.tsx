import type { NewToken } from '@livedesk/resources'
import { Button, CloseButton, Code, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './TokenSecret.module.css'

type Props = { readonly token: NewToken; readonly onClose: () => void }

/** A new token's secret: told once, to be copied now. */
export const TokenSecret = ({ token, onClose }: Props) => {
  const { t } = useTranslation('session')
  return (
    <div role="status" className={classes['secret']}>
      <p>{t('tokens.copyNow', { name: token.name })}</p>
      <Code>{token.token}</Code>
      <CopyButton value={token.token}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={copied ? <IconCheck aria-hidden size={15} /> : <IconCopy aria-hidden size={15} />}
            onClick={copy}
          >
            {t(copied ? 'tokens.copied' : 'tokens.copy')}
          </Button>
        )}
      </CopyButton>
      <CloseButton aria-label={t('tokens.hide')} onClick={onClose} />
    </div>
  )
}
