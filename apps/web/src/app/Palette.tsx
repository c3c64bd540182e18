import { Modal } from '@mantine/core'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Standings } from '../commands/use-commands.ts'
import { ChoiceList } from '../ui/ChoiceList.tsx'
import { fitting } from '../ui/fitting.ts'
import type { Find } from './find.ts'
import { useRecentPlaces } from './recent-places.ts'
import { useCommandFinds } from './use-command-finds.tsx'
import { usePlaceFinds } from './use-place-finds.tsx'
import { useTicketFinds } from './use-ticket-finds.tsx'

/** Where the person was when the palette opened, and what commands would do there. */
export type PaletteFrom = { readonly focus: Element | null; readonly standings: Standings }

type Props = {
  readonly from: PaletteFrom
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onClose: () => void
}

/** Everything that can be done and everywhere one can go, found by a few letters. Each command shows its keys, and so teaches them. */
export const Palette = ({ from, query, onQuery, onClose }: Props) => {
  const { t } = useTranslation(['app', 'tickets'])
  const navigate = useNavigate()
  const [recent, remember] = useRecentPlaces()
  const commands = useCommandFinds(from.standings)
  const { places, colleagues } = usePlaceFinds()
  const tickets = useTicketFinds(query)

  const words = query.trim()
  const able = commands.filter(({ whyNot }) => whyNot === undefined)
  const fit = (finds: readonly Find[]) => fitting(words, finds, ({ label }) => label)
  const groups =
    words === ''
      ? [group('recent', recent), group('commands', able), group('places', places)]
      : [
          // A number is a ticket's, before all else.
          ...(/^#?\d+$/u.test(words) ? [group('tickets', tickets.finds)] : []),
          group('commands', fit(commands)),
          ...(/^#?\d+$/u.test(words) ? [] : [group('tickets', tickets.finds)]),
          group('places', fit(places)),
          group('people', fit(colleagues)),
        ]
  const shown = groups.filter(({ choices }) => choices.length > 0)

  const close = () => {
    flushSync(onClose)
    if (from.focus instanceof HTMLElement) from.focus.focus({ preventScroll: true })
  }
  const choose = (id: string) => {
    const find = shown.flatMap(({ choices }) => choices).find((other) => other.id === id)
    // What is done is done where the person was.
    close()
    if (!find) return
    remember(find)
    if ('to' in find) void navigate(find.to)
    else find.run()
  }

  return (
    <Modal.Root
      opened
      onClose={close}
      size={600}
      returnFocus={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={t('palette.title')}>
        <ChoiceList
          label={t('palette.title')}
          placeholder={t('palette.placeholder')}
          clearLabel={t('tickets:search.clear')}
          nothing={t(tickets.isLooking ? 'palette.looking' : 'palette.nothing')}
          query={query}
          onQuery={onQuery}
          groups={shown.map(({ of, choices }) => ({ label: t(`palette.${of}`), choices }))}
          onChoose={choose}
        />
      </Modal.Content>
    </Modal.Root>
  )
}

const group = <Of extends string>(of: Of, choices: readonly Find[]) => ({ of, choices })
