import { Bone } from '../ui/Bone.tsx'
import { Loading } from '../ui/Loading.tsx'
import { layoutOf, type QueueLayout, usualLook } from './queue-layout.ts'
import classes from './TicketRowBones.module.css'

const widths = [72, 54, 83, 61, 47, 78, 66, 58, 74, 50]

/** Rows of the queue before they are here. */
export const TicketRowBones = ({ layout = layoutOf(usualLook, false) }: { readonly layout?: QueueLayout }) => (
  <Loading>
    {widths.map((width) => (
      <div key={width} className={classes['row']} style={{ height: layout.rowHeight }}>
        {layout.columns ? (
          <div className={classes['cells']}>
            <Bone width="70%" />
            {layout.columns.map((column) => (
              <Bone key={column} width={`${column === 'title' ? width : 70}%`} height={column === 'title' ? 12 : 10} />
            ))}
          </div>
        ) : (
          <>
            <Bone width={`${width}%`} height={12} />
            <Bone width={`${width * 0.6}%`} />
            <Bone width={`${width * 0.8}%`} />
          </>
        )}
      </div>
    ))}
  </Loading>
)
