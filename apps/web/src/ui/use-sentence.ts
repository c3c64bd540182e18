import { useTranslation } from 'react-i18next'
import { problemCode } from './problem-code.ts'

/** Says in the reader's language what went wrong with a request, and what to do. */
export const useSentence = () => {
  const { t } = useTranslation('ui')
  return (error: unknown) => t(`problem.${problemCode(error)}`)
}
