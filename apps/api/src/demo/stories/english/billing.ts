import type { Story } from '../../story.ts'

/** Money: charged, refunded, invoiced, quoted. */
export const billing: readonly Story[] = [
  {
    titles: ['Charged twice for order {order}', 'Two payments of {amount} for one basket'],
    tags: ['billing', 'refund'],
    priority: 'high',
    opening: [
      'My bank shows two payments of {amount} for order {order}. I pressed the button once. Please return one of them.',
      "The payment page froze, I reloaded it, and now {amount} has gone off my card twice. There is only one order, {order}. That was meant for the week's shopping, so please be quick.",
    ],
    turns: [
      'note: Two captures four seconds apart, same basket. The payment page timed out and tried again.',
      'reply: You are right, {name}, there are two. I have sent the second one back just now; your bank needs three to five working days to show it. I am sorry for the scare. Could you tell me if it is not there by then?',
      'customer: It arrived today. Thank you. || The money is back already. Thank you for not making me prove anything.',
    ],
    aside: [
      'Second double charge this week, both on the slow payment page.',
      'I have written it up for the web team, with your two and the three from last month.',
      'Thank you. I keep tagging them "refund" until it is fixed.',
    ],
  },
  {
    titles: ['Invoice with our VAT number, please', 'Invoice for {order} has the wrong company name'],
    tags: ['billing', 'invoice'],
    priority: 'low',
    from: 'office',
    opening: [
      'Hello, for order {order} we need an invoice that shows our VAT number and the address of our office in {city}. Our bookkeeper does not accept the current one.',
      'The invoice for {order} is made out to me personally. It should name the company, or we cannot book it. Could you correct it before the end of the quarter?',
    ],
    turns: [
      'reply: Gladly. Could you send me the exact company name and the VAT number, as they should appear?',
      'customer: Name as in my signature, the number is DK 2955 8410. || I have put both into the account under "Company". Is that enough?',
      'reply: That was all I needed. The new invoice is in your mail and replaces the old one; the number is kept in your account for all that follow.',
      'customer: Perfect, our bookkeeper is happy. || Received, thank you. That was quick.',
    ],
  },
  {
    titles: ['Returned the camera, no refund yet', 'Refund of {amount} for {order} is late'],
    tags: ['refund', 'return'],
    priority: 'normal',
    opening: [
      'I sent the camera back two weeks ago, and the parcel service says it reached you on {day}. There is no refund yet. Order {order}.',
      'It has now been three weeks and {amount} for order {order} has still not come back. I have written twice to the shop address and got an automatic answer each time. This is not how I like to be treated.',
    ],
    turns: [
      'note: Parcel is scanned but not opened, the returns table is nine days behind. Refund started by hand.',
      'reply: {name}, you have waited long enough. Your parcel is with us and was waiting to be opened; I have had {amount} refunded today without waiting for that. Would you let me know if it is not on your account by Friday?',
      'customer: Received. Next time I would like not to have to ask. || It is here. Thank you for dealing with it yourself.',
      'reply: So would we. From this week on every return sends you a message at each step, partly because of your letter. Thank you for it.',
    ],
  },
  {
    titles: ['Camera plan renewed although I cancelled', 'Cancelled on {day}, charged today'],
    tags: ['billing', 'subscription'],
    priority: 'normal',
    opening: [
      'I cancelled the camera plan on {day} and have your mail to prove it. Today {less} was taken from my card all the same. I want it back, and I want it to stop.',
      'How many times does one have to cancel? I did so on {day}, the page said "done", and now {less} is gone again.',
    ],
    turns: [
      'note: The cancel page offers two dates and marks the later one. The customer did nothing wrong.',
      'reply: Your cancellation is here, {name}, and I understand that you are cross: it was set for the end of a second period, which is not what the button says. {less} goes back to you today and the plan has ended. May I delete the recordings, or do you still want to save some?',
      'customer: Delete them, please. And thank you for the plain answer. || I have saved what I needed, you can delete them. Please fix the button, too.',
      'reply: Deleted. The page will be changed this month so that it asks for one date, and says what it costs.',
    ],
  },
  {
    titles: ['Discount code WINTER15 does nothing', 'Newsletter discount was not taken off {order}'],
    tags: ['payment', 'discount'],
    priority: 'low',
    opening: [
      'The code WINTER15 from your newsletter is accepted, but the total stays the same. I have two thermostats and a plug in the basket.',
      'I forgot to enter the newsletter code before I paid for {order}. Is it possible to take it off afterwards?',
    ],
    turns: [
      'reply: Hello {name}, the code leaves out what is already reduced, and the page ought to say so. The plug is at full price, though, and should have become cheaper. Shall I take it off by hand once you have ordered? || Hello {name}, it is possible. The code leaves out things that are already reduced; one item of yours is at full price. Shall I take the discount off by hand?',
      'customer: Yes please, that would be kind. The order is {order}. || Yes, gladly. I had not seen that the others were reduced.',
      'reply: Done: the difference is on its way to you and the new invoice is in your mail.',
    ],
  },
  {
    titles: ['Card refused at checkout, bank says it is fine', 'Payment stops at the confirmation of my bank'],
    tags: ['payment'],
    priority: 'normal',
    opening: [
      'I tried to pay {amount} three times with two cards. The page says "refused", my bank says that nothing ever reached them.',
      'When I pay, the window of my bank opens, I confirm in the app, and then your page goes back to the basket. No order, no message. I use Firefox on a Mac.',
    ],
    turns: [
      'note: Their browser blocks the bank window as third party. Known with strict tracking protection.',
      'reply: Thank you for the details, {name}. Strict tracking protection keeps the window of the bank from talking to our page. Could you switch it off for our address (the shield beside it) and try once more? I have kept your basket.',
      'customer: That was it, the order went through. || It works with the shield off. It would be good to say so on the page.',
    ],
  },
  {
    titles: ['Price dropped the day after I ordered', 'Bought on {day}, now {less} cheaper'],
    tags: ['billing', 'discount'],
    priority: 'low',
    opening: [
      'I ordered the starter set on {day} and the next morning it was on offer. Is there anything you can do? Order {order}.',
      'The set that I bought in {order} costs {less} less today. I know that prices change, but one day is bad luck. I would be glad of any gesture.',
    ],
    turns: [
      'reply: Bad luck indeed, {name}, but it is our rule to make it good within 14 days. Would you like the difference back on your card, or 10 % more as a voucher?',
      'customer: On the card, please. I did not expect this, thank you! || The voucher, please. I need a second plug anyway.',
      'reply: It is on its way. Thank you for writing instead of sending it all back!',
    ],
  },
  {
    titles: ['Quote for 60 thermostats', 'Business price for our three guest houses in {city}'],
    tags: ['sales', 'b2b'],
    priority: 'normal',
    from: 'office',
    opening: [
      'We would like to fit 60 radiator thermostats in our offices before spring. Is there a price for that, and can all of them be managed from one place?',
      'We run three guest houses in {city} and think about your thermostats for all the rooms, about 60. Can they be managed together, who would install them, and what would it cost?',
    ],
    turns: [
      'note: Sales gives 18 % from 50 pieces on. They need to know the kind of valve.',
      'reply: With pleasure. All of them can be managed from one page, and from 50 pieces on there is a business price. Could you send a photo of one of your valves? Then the quote is with you by tomorrow.',
      'customer: Photos are attached, there are two kinds. || The photo is attached. It is the same valve in every room, as far as I know.',
      'note: Two kinds: M30 and an old one that needs 14 adapters. Fitter near {city} has time in two weeks. || M30 throughout, no adapters. Fitter near {city} has time in two weeks.',
      'reply: Thank you! The quote is in your mail: the thermostats, the adapters for the older valves and two days of a fitter. It holds for 30 days. Is there anything you would like to have changed? || Thank you, that is the most usual valve and needs no adapter. The quote is in your mail: the thermostats and two days of a fitter near {city}. It holds for 30 days. Is there anything you would like to have changed?',
      'customer: It looks right. We have signed and sent it back. || Agreed, the order came in by your form this morning.',
      'reply: Then everything is on its way from our side. The fitter will call you about the day.',
    ],
  },
]
