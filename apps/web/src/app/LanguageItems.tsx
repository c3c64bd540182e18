import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isLanguage, languages, speak } from './i18n.ts'

/** The languages as items of a menu, each by its own name. */
export const LanguageItems = () => {
  const { t, i18n } = useTranslation()
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup value={i18n.language} onChange={(chosen) => isLanguage(chosen) && void speak(chosen)}>
        {Object.entries(languages).map(([language, name]) => (
          <Menu.RadioItem key={language} value={language} lang={language}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
