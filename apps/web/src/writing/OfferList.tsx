import { Portal } from '@mantine/core'
import type { ReactNode } from 'react'
import { optionId } from './option-id.ts'
import type { Offer } from './offer-menu.ts'
import classes from './OfferList.module.css'

type Props<Item> = {
  readonly offer: Offer<Item>
  readonly id: string
  readonly label: string
  readonly draw: (item: Item) => ReactNode
}

/** What is offered, above the caret. The keyboard stays with the words. */
export const OfferList = <Item extends { readonly id: number }>({ offer, id, label, draw }: Props<Item>) => {
  const { items, chosen, at, take } = offer
  const place = { left: Math.max(8, Math.min(at.left, innerWidth - 268)), bottom: innerHeight - at.top + 4 }

  return (
    <Portal>
      <div id={id} role="listbox" aria-label={label} className={classes['list']} style={place}>
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
            {draw(item)}
          </div>
        ))}
      </div>
    </Portal>
  )
}
