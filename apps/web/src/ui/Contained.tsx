import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from './Problem.tsx'

type Props = {
  /** What is shown here: of another thing, it is tried anew. */
  readonly of?: unknown
  readonly children: ReactNode
}

type State = { readonly broke: boolean; readonly of: unknown }

/** Keeps a fault of one part of the page to that part: the rest goes on, and is live. React tells the console what it was. */
export class Contained extends Component<Props, State> {
  override readonly state: State = { broke: false, of: this.props.of }

  static getDerivedStateFromError = () => ({ broke: true })

  static getDerivedStateFromProps = ({ of }: Props, before: State) => (of === before.of ? null : { broke: false, of })

  override render() {
    return this.state.broke ? <Broken onRetry={() => this.setState({ broke: false })} /> : this.props.children
  }
}

const Broken = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t } = useTranslation('ui')
  return <Problem title={t('broken.title')} detail={t('broken.detail')} onRetry={onRetry} />
}
