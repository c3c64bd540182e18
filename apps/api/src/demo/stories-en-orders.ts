import type { Story } from './story.ts'

/** Orders, money, accounts and the app. */
export const orderStoriesInEnglish = [
  {
    titles: ['Order {order} has not arrived', 'Where is order {order}?', 'Tracking of {order} does not move'],
    tags: ['delivery', 'order'],
    priority: 'normal',
    opening:
      'I ordered on {day} and the tracking has said "label created" ever since. It was meant to be a birthday present. Order number {order}, to {city}.',
    turns: [
      ['note', 'Never left the warehouse in {city}: out of stock after the order was taken.'],
      [
        'reply',
        'I am sorry: your parcel is still with us, because the last piece was sold twice. A new one comes in tomorrow. I can send it by express at our cost, or cancel and refund. What do you prefer?',
      ],
      ['customer', 'Express please. Will it be here by Saturday?'],
      ['reply', 'It will: it left this afternoon and the new tracking number is in your mail.'],
    ],
  },
  {
    titles: [
      'Charged twice for order {order}',
      'Two payments of {amount} for one order',
      'Double charge, order {order}',
    ],
    tags: ['billing', 'refund'],
    priority: 'high',
    opening:
      'My bank shows two payments of {amount} for order {order}. I pressed the button once. Please return one of them.',
    turns: [
      ['note', 'Two captures, four seconds apart, same cart. The payment page timed out and retried without a key.'],
      [
        'reply',
        'You are right, there are two. The second one is on its way back and will be on your account in three to five working days. I am sorry for the scare.',
      ],
      ['customer', 'It arrived today. Thank you.'],
    ],
  },
  {
    titles: ['Wrong colour delivered', 'White instead of graphite, order {order}', '{device} in the wrong colour'],
    tags: ['order', 'return'],
    priority: 'normal',
    opening:
      'I ordered the {device} in graphite and got white. The box says graphite, the thing in it is white. Order {order}.',
    turns: [
      [
        'reply',
        'That is a mix-up at the factory. A graphite one leaves today; please use the label in your mail to send the white one back whenever it suits you.',
      ],
      ['customer', 'My wife says that white is better. May we keep it and forget the whole thing?'],
      ['reply', 'Of course. I have stopped the parcel and wish you both a bright home.'],
    ],
  },
  {
    titles: [
      'Invoice with our VAT number, please',
      'Invoice for {order} needs our VAT number',
      'Corrected invoice for {order}',
    ],
    tags: ['billing', 'invoice'],
    priority: 'low',
    opening:
      'For order {order} we need an invoice that shows our VAT number and the address of our office in {city}. Our bookkeeper does not accept the current one.',
    turns: [
      ['reply', 'Gladly. What is the VAT number, and is the company name on the order the right one?'],
      ['customer', 'The name is right. The number is in the attachment of my first order last year.'],
      [
        'reply',
        'Found it. The new invoice is in your mail, and the number is now kept in your account for all that follow.',
      ],
    ],
  },
  {
    titles: [
      'Cannot sign in after changing my e-mail',
      'Locked out after a change of address',
      '"Not confirmed" and no mail comes',
    ],
    tags: ['account'],
    priority: 'high',
    opening:
      'I changed my address in the app yesterday. Now the old one is unknown and the new one says "not confirmed", but no confirmation ever came. I looked in spam. My lights work, but I am locked out of the app.',
    turns: [
      ['note', 'The confirmation bounced: the new address has a typo (gmial).'],
      [
        'reply',
        'The new address has two letters swapped, so our mail came back. I have put the old one back for you: please sign in with it and change it once more.',
      ],
      ['customer', 'How embarrassing. I am in again, thank you!'],
    ],
  },
  {
    titles: ['Please delete my account and data', 'Moved out of {city}: delete my account', 'Deletion of my data'],
    tags: ['account', 'privacy'],
    priority: 'normal',
    opening:
      'I have sold my flat in {city} with all the devices in it. Please delete my account and everything you know about me, and confirm it in writing.',
    turns: [
      [
        'reply',
        'Before I do: as long as the devices are tied to your account, the new owners cannot use them. May I release them first?',
      ],
      ['customer', 'Yes, please do.'],
      ['note', 'Released nine devices. Deletion is due within 30 days, invoices are kept as the law says.'],
      [
        'reply',
        'The devices are free and your account is deleted. We keep two invoices for the tax office, and nothing else. This message is your confirmation.',
      ],
    ],
  },
  {
    titles: [
      'App {version} crashes when I open the camera',
      'Camera tile closes the app ({version})',
      'App {version} closes by itself',
    ],
    tags: ['app', 'crash'],
    priority: 'urgent',
    opening:
      'Since the update to {version} the app closes as soon as I touch the camera tile. Phone restarted, app installed anew. I use it to look after my mother and would be glad of a quick solution.',
    turns: [
      [
        'note',
        'Reproduced on iOS with a camera name of more than 32 characters. Handed to the app team with the trace.',
      ],
      [
        'reply',
        'We have found it: a very long camera name. Please rename the camera to something short on the web page, and the app will open it again. A corrected app is in review.',
      ],
      ['customer', 'Renamed from my laptop, works. Thank you for being so quick, it matters.'],
    ],
  },
  {
    titles: [
      'Return of {device}: where is my refund?',
      'Refund of {amount} for {order} is late',
      'Returned {device}, no money yet',
    ],
    tags: ['refund', 'return'],
    priority: 'normal',
    opening:
      'I sent the {device} back two weeks ago, the parcel service says it was delivered to you on {day}. No refund yet of the {amount}. Order {order}.',
    turns: [
      ['note', 'Parcel is in {city}, scanned and not opened. Asked the warehouse.'],
      [
        'reply',
        'Your parcel is with us and was waiting to be opened. I have had the refund of {amount} started today without waiting any longer.',
      ],
      ['customer', 'Received. Next time I would like not to have to ask.'],
      ['reply', 'So would we. Returns now send you a message at each step, partly because of your letter.'],
    ],
  },
  {
    titles: [
      'Subscription renewed although I cancelled',
      'Camera plan charged again: {amount}',
      'Cancelled on {day}, charged today',
    ],
    tags: ['billing', 'subscription'],
    priority: 'high',
    opening:
      'I cancelled the camera plan on {day} and have the mail to prove it. Today {amount} was taken from my card all the same.',
    turns: [
      [
        'reply',
        'I can see your cancellation. It was set for the end of a *second* period, which is not what the button says. You get the {amount} back today and the plan has ended.',
      ],
      ['customer', 'Thank you. Please fix the button too.'],
      ['note', 'Told the web team: the cancel page offers two dates and marks the later one.'],
    ],
  },
  {
    titles: ['Quote for 60 thermostats', '60 thermostats for guest houses in {city}', 'Business price for thermostats'],
    tags: ['sales', 'business'],
    priority: 'normal',
    opening:
      'We run three guest houses in {city} and would like to fit 60 thermostats before spring. Is there a price for that, can they be managed from one place, and who would install them?',
    turns: [
      ['note', 'Asked sales for the business price. They want to know the kind of valves.'],
      [
        'reply',
        'With pleasure. All of them can be managed from one page, and we have a fitter near {city}. Could you send a photo of one of the valves? Then the quote is with you by tomorrow.',
      ],
      ['customer', 'Photos are attached, two kinds of valves. Looking forward to it.'],
    ],
  },
  {
    titles: [
      'Gift card code is not accepted',
      'Gift card of {amount}: unknown code',
      'Shop does not take my gift card',
    ],
    tags: ['order', 'payment'],
    priority: 'low',
    opening:
      'My sister gave me a gift card of {amount}. The shop says "unknown code". I tried it with and without dashes.',
    turns: [
      [
        'reply',
        'These codes have no letter O, only zeros. Could it be that? If not, send me the last four characters and I will look it up.',
      ],
      ['customer', 'It was a zero. Sorry to have bothered you.'],
    ],
  },
  {
    titles: [
      'Does the {device} work without the internet?',
      '{device} in a cabin without a connection',
      'Question before buying: {device} offline',
    ],
    tags: ['question'],
    priority: 'low',
    opening:
      'We have a cabin without a connection. Before I buy: would the {device} and the timers work there, and could I set them up at home?',
    turns: [
      [
        'reply',
        'Yes to both. Timers and scenes run on the hub itself. Set it up at home and carry it over; only voice and the view from afar need a connection.',
      ],
      ['customer', 'Perfect, ordered two.'],
    ],
  },
] as const satisfies readonly Story[]
