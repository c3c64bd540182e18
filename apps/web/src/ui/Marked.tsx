import type { MarkedText } from '@livedesk/resources'
import classes from './Marked.module.css'

/** A text in which what was looked for is marked. */
export const Marked = ({ text }: { readonly text: MarkedText }) =>
  text.map((piece, index) =>
    piece.hit ? (
      // oxlint-disable-next-line react/no-array-index-key -- Pieces are only ever replaced together.
      <mark key={index} className={classes['hit']}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
