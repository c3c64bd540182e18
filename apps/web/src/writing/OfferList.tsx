import { Portal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { optionId } from './option-id.ts'
import type { Offer, Offered } from './offer-menu.ts'
import classes from './OfferList.module.css'

/** What is offered, above the caret. The keyboard stays with the words. */
export const OfferList = ({ offer, id }: { readonly offer: Offer; readonly id: string }) => {
  const { t } = useTranslation('writing')
  const { kind, items, chosen, at, take } = offer
  const place = { left: Math.max(8, Math.min(at.left, innerWidth - 268)), bottom: innerHeight - at.top + 4 }

  return (
    <Portal>
      <div id={id} role="listbox" aria-label={t(kind)} className={classes['list']} style={place}>
        {items.map((item, index) => (
          <div
            key={item.id}
            id={optionId(id, item)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes['item']}
            // The focus stays in the editor.
            onMouseDown={(event) => {
              event.preventDefault()
              take(item)
            }}
          >
            <Drawn item={item} />
          </div>
        ))}
      </div>
    </Portal>
  )
}

const Drawn = ({ item }: { readonly item: Offered }) => {
  switch (item.kind) {
    case 'mention':
      return (
        <>
          <Avatar name={item.name} seed={`${item.id}`} size="small" />
          {item.name}
        </>
      )
    case 'snippet':
      return (
        <>
          {item.name}
          <span className={classes['words']}>{item.words}</span>
        </>
      )
  }
}
