import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKey, IconKeyboard, IconLogout, IconSelector, IconUser, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSignOutMutation } from '../session/session-api.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useDirectory } from '../ui/directory.ts'
import { ColorItems } from './ColorItems.tsx'
import { LanguageItems } from './LanguageItems.tsx'
import classes from './PersonMenu.module.css'

/** Who is signed in, and everything that is theirs: profile, tokens, language, colours, the way out. */
export const PersonMenu = ({ onShowKeys }: { readonly onShowKeys: () => void }) => {
  const { t } = useTranslation()
  const { me } = useDirectory()
  const [signOut] = useSignOutMutation()

  return (
    <Menu position="top-start" width="target">
      <Menu.Target>
        <UnstyledButton className={classes['person']}>
          <Avatar name={me.name} seed={`${me.id}`} />
          <span className={classes['name']}>{me.name}</span>
          <VisuallyHidden>{t('personMenu')}</VisuallyHidden>
          <IconSelector aria-hidden size={15} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes['email']}>{me.email}</Menu.Label>
        <Menu.Item component={Link} to="/settings/profile" leftSection={<IconUser aria-hidden size={16} />}>
          {t('profile')}
        </Menu.Item>
        <Menu.Item component={Link} to="/settings/tokens" leftSection={<IconKey aria-hidden size={16} />}>
          {t('tokens')}
        </Menu.Item>
        {me.role === 'admin' && (
          <Menu.Item component={Link} to="/settings/people" leftSection={<IconUsers aria-hidden size={16} />}>
            {t('people')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard aria-hidden size={16} />} onClick={onShowKeys}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <ColorItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout aria-hidden size={16} />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
