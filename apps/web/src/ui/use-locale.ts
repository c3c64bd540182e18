import { useTranslation } from 'react-i18next'
import { localeOf } from './locale.ts'

/** The locale of the language that is shown now. */
export const useLocale = () => localeOf(useTranslation().i18n.language)
