import { isMantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Light, dark, or as the system has it, as items of a menu. */
export const ColorItems = () => {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return (
    <>
      <Menu.Label>{t('colors.label')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(chosen) => isMantineColorScheme(chosen) && setColorScheme(chosen)}
      >
        <Menu.RadioItem value="auto">{t('colors.auto')}</Menu.RadioItem>
        <Menu.RadioItem value="light">{t('colors.light')}</Menu.RadioItem>
        <Menu.RadioItem value="dark">{t('colors.dark')}</Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  )
}
