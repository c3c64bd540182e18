import { Bone } from '../ui/Bone.tsx'
import { Loading } from '../ui/Loading.tsx'
import { MessageBones } from '../ui/MessageBones.tsx'
import classes from './TicketDesk.module.css'

/** A ticket before it is here. */
export const TicketBones = () => (
  <div className={classes['desk']}>
    <div className={classes['header']}>
      <Loading>
        <Bone width={280} height={14} />
      </Loading>
    </div>
    <MessageBones />
  </div>
)
