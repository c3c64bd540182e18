import type { PubSub, PubSubListener } from '@livedesk/api/src/live/pubsub.ts'
import type { Dice } from './dice.ts'

export type Nudging = { how: 'well' | 'badly' | 'without news' | 'not at all' }

/** A pubsub over Redis that loses, doubles and delays what is published, as its worker is told to. */
export const openBadly = (
  open: (listener: PubSubListener) => PubSub,
  listener: PubSubListener,
  nudging: Nudging,
  dice: Dice,
): PubSub => {
  const pubsub = open(listener)
  const publish = (message: string) => {
    const isNews = message.includes('{"k":"n"')
    switch (nudging.how) {
      case 'well':
        return pubsub.publish(message)
      case 'without news':
        return isNews ? undefined : pubsub.publish(message)
      case 'not at all':
        return
      case 'badly':
        if (dice.chance(0.3)) return
        if (dice.chance(0.2)) pubsub.publish(message)
        if (dice.chance(0.3)) setTimeout(() => pubsub.publish(message), dice.between(1, 3000))
        else pubsub.publish(message)
    }
  }
  return { ...pubsub, publish }
}
