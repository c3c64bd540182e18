import { Portal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { optionId } from './option-id.ts'
import type { Offer } from './mention-menu.ts'
import classes from './MentionList.module.css'

/** The colleagues that are offered, above the caret. The keyboard stays with the words. */
export const MentionList = ({ offer, id }: { readonly offer: Offer; readonly id: string }) => {
  const { t } = useTranslation('writing')
  const { people, chosen, at, take } = offer
  const place = { left: Math.max(8, Math.min(at.left, innerWidth - 268)), bottom: innerHeight - at.top + 4 }

  return (
    <Portal>
      <div id={id} role="listbox" aria-label={t('mention')} className={classes['list']} style={place}>
        {people.map((person, index) => (
          <div
            key={person.id}
            id={optionId(id, person)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes['person']}
            // The focus stays in the editor.
            onMouseDown={(event) => {
              event.preventDefault()
              take(person)
            }}
          >
            <Avatar name={person.name} seed={`${person.id}`} size="small" />
            {person.name}
          </div>
        ))}
      </div>
    </Portal>
  )
}
