import { Bone } from './Bone.tsx'
import { Loading } from './Loading.tsx'
import classes from './MessageBones.module.css'

/** Messages before they are here. */
export const MessageBones = () => (
  <Loading>
    {[84, 62, 91].map((width) => (
      <div key={width} className={classes['message']}>
        <Bone width={32} height={32} round />
        <div className={classes['lines']}>
          <Bone width={140} height={12} />
          <Bone width={`${width}%`} />
          <Bone width={`${width * 0.7}%`} />
        </div>
      </div>
    ))}
  </Loading>
)
