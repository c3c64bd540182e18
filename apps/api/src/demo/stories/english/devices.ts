import type { Story } from '../../story.ts'

/** Hubs, lamps, thermostats, sensors and cameras that do not do as they should. */
export const devices: readonly Story[] = [
  {
    titles: ['Hub drops off Wi-Fi every night around three', 'Plugs lose the network at night'],
    tags: ['hub', 'wi-fi'],
    priority: 'high',
    opening: [
      'Hello,\n\nevery night at about three my hub goes offline and comes back only after I pull the plug. The router is two metres away and everything else stays connected. Firmware says {version}.\n\nThis started last week. Can you have a look?',
      'All four plugs are offline every morning since about {day}. During the day I can add them again, the next morning they are gone. Firmware {version}, nothing else has changed here.',
    ],
    turns: [
      'note: Third one this week on {version}. All of them use a router that changes its channel at night.',
      'reply: Thank you for the exact times, they help. Your router changes its Wi-Fi channel at night and our firmware does not follow. Could you fix the channel to 1, 6 or 11 in the router? A firmware that follows by itself is being tested.',
      'customer: Fixed it to channel 6, and all stayed online last night. Will I be told when the firmware is out? || Channel 11 it is. One quiet night so far.',
      'reply: Glad to hear it. The app will offer the new firmware as soon as it is out, and I have put you on the list for a note.',
      'again: Hello again, it happened last night once more, although the channel is fixed. The router had restarted at 2:40. || I am sorry to come back: this morning one of them was gone again, the others were fine.',
      'note: Log shows the old lease being kept after the router restarts. Firmware team has it, fixed in the build of tomorrow.',
      'reply: Thank you for coming back, {name}: this is a second cause, and we have it in our log. May I give your hub the corrected firmware tonight, before everyone else gets it?',
      'customer: Gladly. || Yes, please do. I will report.',
      'reply: It is installed. I will look after it every morning this week and write if I see anything, so that you need not.',
    ],
    aside: [
      'Is this the channel again?',
      'Looks like it: three this week, all on the same firmware.',
      'Then I send the advice with the fixed channel and count them for the firmware team.',
    ],
  },
  {
    titles: ['Goodnight scene leaves the hallway lamp on', 'Scene with many lamps misses the last one'],
    tags: ['automation', 'lamp'],
    priority: 'normal',
    opening: [
      'My "Goodnight" scene turns off everything but the hallway lamp. If I run it a second time it works. I deleted the scene and made it again, same thing.',
      'We have one scene for the whole ground floor. Nearly every evening one lamp stays as it was, most often the one by the window. The app claims that it is off.',
    ],
    turns: [
      'reply: How many lamps are in that scene, and is it always the same one that is left out?',
      'customer: Fourteen lamps. Yes, it is the last one in the list. || Sixteen, I think. It is one of the last three.',
      'note: Known: the hub sends a scene in packets of twelve and loses the second one when the radio is busy. Fixed in 4.3.',
      'reply: Found it: scenes with more than twelve lamps can lose the last ones. Until the update next week, could you split the scene in two and start both?',
      'customer: Split it, and all lamps go out. Good enough until the update. || Works with two scenes. Thank you for not asking me to turn it off and on again.',
    ],
  },
  {
    titles: ['Thermostat shows 41 degrees in {city}', 'Bedroom thermostat reads far too high, heating is off'],
    tags: ['thermostat', 'warranty'],
    priority: 'high',
    opening: [
      'It is winter here in {city} and the thermostat in the bedroom says 41 °C. It is certainly not. The heating stays off because of it and we are cold. Please help quickly.',
      'Since I changed the batteries our bedroom thermostat is about ten degrees too high, and so it does not heat. We have a baby in that room.',
    ],
    turns: [
      'reply: Let us get you warm first: hold the dial for five seconds until "M" appears, then you can heat by hand. Could you then check whether the cap behind the dial still sits tight after the last change of batteries?',
      'customer: Heating works by hand, thank you! I changed the batteries last week, and the cap does wobble. || Warm again, thank you. The cap came off when I touched it.',
      'reply: Then it is the heat shield: it can slip when the batteries are changed, and the sensor feels the radiator. A new one leaves today at no cost and clips in without tools.',
      'customer: The new shield is in, it shows 19 °C. || Clipped in, and it is right to the degree. Thank you!',
    ],
  },
  {
    titles: ['"Nothing found nearby" when I add a new plug', 'Pairing of the light strip never ends'],
    tags: ['pairing', 'app'],
    priority: 'normal',
    opening: [
      'I have just bought a smart plug. The app looks for it for two minutes and then says "Nothing found nearby". Bluetooth is on, location is on. The phone is a Pixel 9.',
      'The new light strip does not pair. The app counts to 100 % and starts again from the beginning. I have been at it for an hour.',
    ],
    turns: [
      'reply: Thank you, {name}. Could you check whether the ring or the controller blinks white or blue? Blue means that it still belongs to another home, which happens with returned boxes.',
      'customer: It is blue. || Blue, now that you say it.',
      'note: Returned piece, not reset. Asked the shop in {city} to check the rest of the shelf.',
      'reply: Then please hold the button for twelve seconds until it blinks red; after that the app will find it. You ought to have got a fresh one: I have put a small credit on your account for the lost hour.',
      'customer: That did it. Thanks for the quick answer! || Found at once. And thank you for the credit, that was not necessary.',
    ],
  },
  {
    titles: ['Door sensor says open while the door is shut', 'Alarm twice this week for a closed window'],
    tags: ['sensor', 'alarm'],
    priority: 'high',
    opening: [
      'The sensor on our front door reports "open" several times a day, and twice the alarm went off because of it while we were at work. The neighbours have been patient so far.',
      'Our alarm went off twice this week because of the kitchen window, and both times it was shut. The second time the police came. This must not happen again.',
    ],
    turns: [
      'note: Battery at 2.4 V in the last report. Likely that, but the gap may be too wide as well.',
      'reply: I am sorry for the trouble, {name}. The battery of this sensor is nearly empty, and then it reports "open" to be on the safe side. Could you put in a new CR2032, and check that the two parts are less than 8 mm apart?',
      'customer: New battery is in. It was 11 mm, I moved it. Quiet since yesterday. || Both done. The gap was fine, so it must have been the battery.',
      'reply: That looks good from here as well: 3.1 V and no false report. From the next version on, the app warns you a month before a battery is that low.',
    ],
  },
  {
    titles: ['All timers one hour late since {version}', 'Office in {city}: heating starts at eight instead of seven'],
    tags: ['automation', 'firmware'],
    priority: 'urgent',
    from: 'office',
    opening: [
      'Since the update to {version} every timer runs exactly one hour late. Lights, heating, blinds, everything. Please tell me that I need not set all of them by hand.',
      'Since the update to {version} the heating of our office in {city} comes on at eight instead of seven, and forty people tell me about it every morning.',
    ],
    turns: [
      'note: Time zone rules in {version} are those of last year. It affects everyone whose country moved its clocks. Firmware team knows.',
      'reply: This is our mistake: {version} came with outdated time zone rules. Could you set the hub to a fixed offset under Settings → Time for now? A corrected version is on its way and I will write to you the minute it is there.',
      'customer: The fixed offset works. Please do tell me, I would like to switch back before the weekend. || That helps. I will wait for your message then.',
      'reply: The corrected version is out as of this morning. Please update and choose your city again. Thank you for your patience!',
      'customer: Updated, all on time. || Done, and it was warm at seven. Thank you for keeping your word.',
    ],
  },
  {
    titles: ['Smoke detector chirps with a full battery', 'Detector in the nursery chirps at night'],
    tags: ['sensor', 'warranty'],
    priority: 'high',
    opening: [
      'The smoke detector in the hall chirps every 40 seconds although I have just put in a new lithium battery. Is it safe to leave it like that?',
      'The detector in the nursery chirps at night, always at the coldest hour. The battery is new. I have taken it down for now, and I do not feel well about it.',
    ],
    turns: [
      'reply: You are right to ask, {name}. Please leave it in its place while we look: it does still detect smoke. Could you read me the date and the serial number on its back?',
      'customer: The date is from three years ago, serial SD-23-44107. || Serial SD-23-44630. It is back on the ceiling.',
      'note: Serial is in the batch with the weak chamber. Replace without return.',
      'reply: Thank you. It is one of a batch that we replace: a new one leaves our warehouse today, by express. Please keep the old one running until then, and recycle it afterwards.',
      'customer: The new one is up and silent. Thank you! || It is up, we all slept. Thank you for taking it seriously.',
    ],
  },
  {
    titles: ['Hub stuck at 73 % of the update', 'Is it safe to unplug the hub during an update?'],
    tags: ['firmware', 'hub'],
    priority: 'normal',
    opening: [
      'The hub has been "updating… 73 %" since yesterday evening. Lights can only be switched by hand. I did not dare to unplug it, the app says not to.',
      'My hub updates to {version} since this morning and the bar does not move. I need the alarm by tonight. May I pull the plug?',
    ],
    turns: [
      'note: Download server was slow from 18:00 to 23:00, these hubs wait for the last part.',
      'reply: You did well to wait, and now you may unplug it: at this point it is only downloading. Could you leave it without power for a minute? It comes back with the old version and tries again.',
      'customer: It came back and the second try went through in five minutes. || Back with the old version, then updated by itself. Alarm is armed, thank you.',
    ],
  },
  {
    titles: ['Motion sensor sees the cat', 'Make the motion sensor less sensitive, please'],
    tags: ['sensor', 'automation'],
    priority: 'low',
    opening: [
      'Our cat switches on the living room at 4 am, every day. Is there a way to make the sensor less sensitive? I found only "high" and "very high".',
      'The sensor in the corridor reacts to the robot vacuum, to the dog and to the curtain. I would like to set it to people only.',
    ],
    turns: [
      'reply: There is a third setting, "pets". It appears once the sensor is mounted upside down, because then it looks over animals. I admit that this is hard to find. Would you like to try it?',
      'customer: Upside down it is, and last night was dark and quiet. || Done. The dog has not set it off once today.',
      'note: Fourth question about this. Asked the app team to show the setting with a picture instead of hiding it.',
      'reply: Lovely. The app will show this setting with a picture soon, so that nobody has to ask for it any more. Thank you!',
    ],
  },
  {
    titles: ['Camera picture turns pink at night', 'Night view of the garden camera is all fog'],
    tags: ['camera'],
    priority: 'normal',
    opening: [
      'During the day the picture of our door camera is fine. As soon as it gets dark everything is pink. A restart does not help.',
      'The garden camera shows nothing but white fog at night. In the daytime it is sharp. The lens is clean, I checked twice.',
    ],
    turns: [
      'reply: Thank you for the description, {name}. Could you hold your ear to the camera at dusk? There should be a soft click when the night filter moves. And is there a wall, a pipe or a cobweb within half a metre of it?',
      'customer: There is no click. || There is a click, and there was indeed a cobweb in front of the lamp ring. Now it is much better!',
      'note: Offer the new housing: the filter of the first series is known to stick, and its lamp ring attracts spiders.',
      'reply: Then the filter is stuck, which the first series is known for. I am sending you the new housing with a better one, at no cost. It takes one screw. || I am glad that it was so little. The lamp ring is warm and spiders love it, so I am sending you the new housing without the ring, at no cost. It takes one screw.',
      'customer: Mounted. Night looks like night again. || It is up, and I can see the hedgehog now. Wonderful.',
    ],
  },
]
