import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './MenuDrawer.module.css'
import { Rail } from './Rail.tsx'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onShowKeys: () => void }

/** The places on a narrow screen, where they are drawn over what is read. */
export const MenuDrawer = ({ opened, onClose, onShowKeys }: Props) => {
  const { t } = useTranslation()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={280}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('menu') } }}
      classNames={{ body: classes['drawer'] ?? '' }}
    >
      <Rail onShowKeys={onShowKeys} />
    </Drawer>
  )
}
