import type { Story } from './story.ts'

/** Devices that do not do as they should. The company sells lamps, thermostats, sensors and the hub that joins them. */
export const deviceStoriesInEnglish = [
  {
    titles: [
      '{device} drops off Wi-Fi every night around 3',
      '{device} offline every morning',
      '{device} loses the network at night',
    ],
    tags: ['wi-fi', 'hub'],
    priority: 'high',
    opening:
      'Hello,\n\nevery night at about three my {device} goes offline and comes back only after I pull the plug. The router is two metres away and everything else stays connected. Firmware says {version}.\n\nThis started last week. Can you have a look?',
    turns: [
      ['note', 'Third one this week on {version}. All of them use a router that changes its channel at night.'],
      [
        'reply',
        'Thank you for the exact time, that helps. Your router changes its Wi-Fi channel at night and the {device} does not follow. As a quick cure, please fix the channel to 1, 6 or 11 in the router. A firmware that follows by itself is being tested.',
      ],
      [
        'customer',
        'Fixed it to channel 6 two days ago and it has stayed online since. Will I be told when the firmware is out?',
      ],
      [
        'reply',
        'Glad to hear it. Yes: the app will offer it as soon as it is out, and I have put your name on the list for the note.',
      ],
    ],
  },
  {
    titles: [
      'Lamp stays on after I say goodnight',
      'Goodnight scene leaves the hallway lamp on',
      'Scene with many lamps misses the last one',
    ],
    tags: ['automation', 'lamp'],
    priority: 'normal',
    opening:
      'My "Goodnight" scene turns off everything but the hallway lamp. If I run it a second time it works. I deleted the scene and made it again, same thing.',
    turns: [
      ['reply', 'How many lamps are in that scene, and is the hallway one the last in the list?'],
      ['customer', 'Fourteen lamps. Yes, it is the last one.'],
      [
        'note',
        'Known: the hub sends a scene in packets of twelve and loses the second one when the radio is busy. Fixed in 4.3.',
      ],
      [
        'reply',
        'Found it: scenes with more than twelve lamps can lose the last ones. Until the update, please split the scene in two and start both. I am sorry for the trouble.',
      ],
    ],
  },
  {
    titles: [
      'Thermostat shows 41 degrees in {city}',
      'Bedroom thermostat shows nonsense, heating is off',
      '41 °C in the bedroom? Certainly not',
    ],
    tags: ['thermostat'],
    priority: 'normal',
    opening:
      'It is winter here in {city} and the thermostat in the bedroom says 41 °C. It is certainly not. The heating stays off because of it and we are cold. Please help quickly.',
    turns: [
      [
        'reply',
        'Let us get you warm first: hold the dial for five seconds until "M" appears, now you can heat by hand. Is the thermostat perhaps above a radiator or in the sun?',
      ],
      ['customer', 'Heating works by hand, thank you! It hangs above a radiator. It did so for two years though.'],
      [
        'reply',
        'The heat shield behind the dial can slip after a battery change. I am sending you a new one at no cost, it clips in without tools.',
      ],
    ],
  },
  {
    titles: [
      'Cannot pair the new {device}',
      '"Nothing found nearby" when adding {device}',
      '{device}: pairing never ends',
    ],
    tags: ['pairing', 'app'],
    priority: 'normal',
    opening:
      'I have just bought a {device}. The app looks for it for two minutes and then says "Nothing found nearby". Bluetooth is on, location is on. Phone is a Pixel 9.',
    turns: [
      [
        'reply',
        'Could you check whether the ring blinks white or blue? Blue means that it still belongs to another home, which happens with returned boxes.',
      ],
      ['customer', 'It is blue.'],
      [
        'reply',
        'Then please hold the button for twelve seconds until it blinks red. After that the app will find it. And the shop should not have sold you an opened box: I have told them.',
      ],
      ['customer', 'That did it. Thanks for the quick answer!'],
    ],
  },
  {
    titles: [
      'Door sensor says open while the door is closed',
      'False alarms from the front door',
      'Alarm twice this week with the door shut',
    ],
    tags: ['sensor', 'alarm'],
    priority: 'high',
    opening:
      'The sensor on our front door reports "open" several times a day, and twice the alarm went off because of it while we were at work. The neighbours are not amused.',
    turns: [
      ['note', 'Battery at 2.4 V in the last report. Likely that, but the gap may be too wide as well.'],
      [
        'reply',
        'The battery of this sensor is nearly empty, and then it reports "open" to be safe. A CR2032 will do. Please also check that the two parts are less than 8 mm apart when the door is shut.',
      ],
      ['customer', 'New battery is in. It was 11 mm, I moved it. Quiet since yesterday.'],
    ],
  },
  {
    titles: [
      'Hub {version}: automations run an hour late',
      'All timers one hour off since {version}',
      'Office in {city}: everything an hour late after the update',
    ],
    tags: ['automation', 'hub'],
    priority: 'urgent',
    opening:
      'Since the update to {version} every automation in our office in {city} runs exactly one hour late. The heating comes on at eight instead of seven, and forty people complain to me.',
    turns: [
      [
        'note',
        'Time zone rules in {version} are those of last year. Affects everyone whose country moved its clocks. Telling the firmware team.',
      ],
      [
        'reply',
        'This is our mistake: {version} came with outdated time zone rules. Set the hub to a fixed offset under Settings → Time for now. A corrected version is on its way and I will write to you the minute it is there.',
      ],
      ['customer', 'The fixed offset works. Please do tell me, I would like to switch back before the weekend.'],
      [
        'reply',
        'The corrected version is out as of this morning. Please update and choose your city again. Thank you for your patience.',
      ],
    ],
  },
  {
    titles: [
      'Smoke detector chirps with a full battery',
      'Detector in the nursery chirps',
      'Chirping smoke detector, new battery',
    ],
    tags: ['sensor', 'warranty'],
    priority: 'high',
    opening:
      'The smoke detector in the nursery chirps every 40 seconds although I have just put in a new lithium battery. Do I have to worry?',
    turns: [
      [
        'reply',
        'Please look at the date on its back. A detector older than ten years chirps to ask for a replacement, whatever the battery.',
      ],
      ['customer', 'It is from three years ago.'],
      ['note', 'Serial is in the batch with the weak chamber. Replace without return.'],
      [
        'reply',
        'Then it is one of a batch that we replace. A new one leaves our warehouse today. Please keep the old one running until it arrives: it does still detect smoke.',
      ],
    ],
  },
  {
    titles: [
      'Voice assistant turns on the wrong room',
      '"Light in the study" lights the other study',
      'Wrong lamps when I ask by voice',
    ],
    tags: ['voice', 'integration'],
    priority: 'low',
    opening:
      'When I say "light in the study" the lights in the *kid\'s* study go on. They are called "Study" and "Study Leo". It used to be right before I renamed my phone. Not urgent but my son thinks it is very funny.',
    turns: [
      [
        'reply',
        'The assistant keeps its own list of names, and after a rename it picks the newest one that fits. Please ask it to "discover devices" once, or rename the second room to "Leo\'s room".',
      ],
      ['customer', 'Renamed it. Leo is disappointed, I am not.'],
    ],
  },
  {
    titles: [
      'Energy report is empty since {day}',
      'No figures on the energy page after {day}',
      'Energy history has a hole',
    ],
    tags: ['app', 'reports'],
    priority: 'normal',
    opening:
      'The energy page shows nothing after {day}. The plugs themselves show their current use. I need the figures for my landlord at the end of the month.',
    turns: [
      [
        'reply',
        "Nothing is lost: the hub keeps 60 days by itself and sends them again when it can. May I look at your hub's log? You can allow it under Settings → Support → Share log for one hour.",
      ],
      ['customer', 'Shared.'],
      ['note', 'Upload stuck on one record with a negative reading. Removed it, the rest went through.'],
      [
        'reply',
        'One broken reading held up all that came after it. It is out of the way and the report is complete again. Could you check the figures?',
      ],
      ['customer', 'All there. Great service.'],
    ],
  },
  {
    titles: [
      'Update to {version} stuck at 73 %',
      'Hub hangs in the update to {version}',
      'Is it safe to unplug at 73 %?',
    ],
    tags: ['firmware', 'hub'],
    priority: 'high',
    opening:
      'The hub has been "updating… 73 %" since yesterday evening. Lights can only be switched by hand. I did not dare to unplug it, the app says not to.',
    turns: [
      [
        'reply',
        'You did well to wait, and now you may unplug it: at 73 % it is only downloading. Please leave it without power for a minute. It comes back with the old version and tries again.',
      ],
      ['customer', 'It came back and the second try went through in five minutes.'],
    ],
  },
  {
    titles: ['Motion sensor sees the cat', 'Lights at 4 am because of a cat', 'Make the motion sensor less sensitive'],
    tags: ['sensor', 'automation'],
    priority: 'low',
    opening:
      'Our cat switches on the living room at 4 am, every day. Is there a way to make the sensor less sensitive? I found only "high" and "very high".',
    turns: [
      [
        'reply',
        'There is a third one, "pets", shown once the sensor is mounted upside down: then it looks over a cat. It is a strange way to find it, and we will put it into the app properly.',
      ],
      ['customer', 'Upside down it is. The cat has not noticed yet.'],
    ],
  },
] as const satisfies readonly Story[]
