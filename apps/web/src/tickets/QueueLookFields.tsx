import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChoice } from './ColumnChoice.tsx'
import { usualColumns } from './queue-columns.ts'
import { Density, type QueueLook } from './queue-layout.ts'

type Props = {
  readonly look: QueueLook
  readonly isTable: boolean
  readonly onChange: (look: QueueLook) => void
}

/** The choices of how rows look. Each acts at once, and is kept. */
export const QueueLookFields = ({ look, isTable, onChange }: Props) => {
  const { t } = useTranslation(['tickets', 'rows'])
  const densityName = useId()
  const isUsual = look.columns.join() === usualColumns.join()
  return (
    <Stack gap="xs">
      <Text id={densityName} size="xs" fw={600}>
        {t('rows:density')}
      </Text>
      <SegmentedControl
        aria-labelledby={densityName}
        fullWidth
        value={look.density}
        data={Density.options.map((value) => ({ value, label: t(`rows:${value}`) }))}
        onChange={(density) => onChange({ ...look, density: Density.parse(density) })}
      />
      {isTable && (
        <>
          <ColumnChoice columns={look.columns} onChange={(columns) => onChange({ ...look, columns })} />
          <Button
            variant="default"
            aria-disabled={isUsual}
            {...(isUsual && { 'data-disabled': true })}
            onClick={() => onChange({ ...look, columns: usualColumns })}
          >
            {t('rows:reset')}
          </Button>
        </>
      )}
    </Stack>
  )
}
