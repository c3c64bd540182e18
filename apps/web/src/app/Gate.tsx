import { useTranslation } from 'react-i18next'
import { useSessionQuery } from '../session/session-api.ts'
import { Mark } from '../ui/Mark.tsx'
import { Problem } from '../ui/Problem.tsx'
import { problemCode } from '../ui/problem-code.ts'
import { useSentence } from '../ui/use-sentence.ts'
import classes from './Gate.module.css'
import { Teller } from '../notifications/Teller.tsx'
import { SignInPage } from './lazy-parts.ts'
import { Preferences } from './Preferences.tsx'
import { SignedIn } from './SignedIn.tsx'

/** Lets in whoever is signed in; everyone else stands at the door, and comes to the same address once they are known. */
export const Gate = () => {
  const { t } = useTranslation('session')
  const sentence = useSentence()
  const { data: session, error, refetch } = useSessionQuery()

  if (problemCode(error) === 'sign_in_first') {
    return (
      <SignInPage>
        <Preferences />
      </SignInPage>
    )
  }
  // Whoever was let in stays, also while the desk does not answer.
  if (session)
    return (
      <Teller>
        <SignedIn me={session.user} />
      </Teller>
    )

  return (
    <main className={classes['opening']}>
      <Mark size={36} />
      {error && <Problem title={t('loadFailed')} detail={sentence(error)} onRetry={() => void refetch()} />}
    </main>
  )
}
