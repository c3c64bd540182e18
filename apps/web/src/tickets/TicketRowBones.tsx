import { Bone } from '../ui/Bone.tsx'
import { Loading } from '../ui/Loading.tsx'
import classes from './TicketRowBones.module.css'

const widths = [72, 54, 83, 61, 47, 78, 66, 58, 74, 50]

/** Rows of the queue before they are here. */
export const TicketRowBones = () => (
  <Loading>
    {widths.map((width) => (
      <div key={width} className={classes['row']}>
        <Bone width={`${width}%`} height={12} />
        <Bone width={`${width * 0.6}%`} />
        <Bone width={`${width * 0.8}%`} />
      </div>
    ))}
  </Loading>
)
