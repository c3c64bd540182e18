import { Button, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ColorItems } from './ColorItems.tsx'
import { LanguageItems } from './LanguageItems.tsx'

/** Language and colours for someone who is not signed in. */
export const Preferences = () => {
  const { t } = useTranslation()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconLanguage aria-hidden size={16} />}>
          {t('preferences')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
        <Menu.Divider />
        <ColorItems />
      </Menu.Dropdown>
    </Menu>
  )
}
