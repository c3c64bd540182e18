import { TicketSort } from '@livedesk/queue'
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type Props = { readonly sort: TicketSort; readonly onSort: (sort: TicketSort) => void }

/** In which order a view is read. */
export const QueueSort = ({ sort, onSort }: Props) => {
  const { t } = useTranslation('tickets')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('sort.label')}>
          <ActionIcon aria-label={t('sort.label')}>
            <IconArrowsSort aria-hidden size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('sort.label')}</Menu.Label>
        <Menu.RadioGroup value={sort} onChange={(value) => onSort(TicketSort.parse(value))}>
          {TicketSort.options.map((option) => (
            <Menu.RadioItem key={option} value={option} closeMenuOnClick>
              {t(`sort.${option}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
