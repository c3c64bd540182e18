import type { Story } from '../../story.ts'

/** Parcels: late, lost, wrong, broken, or on their way to an old address. */
export const orders: readonly Story[] = [
  {
    titles: ['Order {order} still says "label created"', 'Where is order {order}? The birthday is on Saturday'],
    tags: ['order', 'delivery'],
    priority: 'normal',
    opening: [
      'Hello,\n\nI ordered on {day} and the tracking has said "label created" ever since. Has the parcel left at all? Order {order}, to {city}.',
      'Hi there, order {order} is a birthday present for my father and the tracking has not moved since {day}. The birthday is on Saturday. Is there still a chance?',
    ],
    turns: [
      'note: Never left the warehouse: the last piece was sold twice. New stock comes in tomorrow morning.',
      'reply: Hello {name},\n\nI am sorry: your parcel is still with us, because the last piece was sold twice. A new one comes in tomorrow. I can send it by express at our cost, or cancel and refund. What do you prefer?',
      'customer: Express, please. Will it be here by Saturday? || Please send it by express. And thank you for being honest about it.',
      'reply: It will be with you in good time: it has just left by express, and the new tracking number is in your mail.',
      'customer: It came this morning. All is well, thank you! || Arrived in time, as promised. You saved the birthday.',
    ],
    aside: [
      'If they want it by express, can it still be there by Saturday? It is a birthday present.',
      'Yes, the van leaves at four. I have asked the warehouse to pack it first.',
    ],
  },
  {
    titles: ['Ordered graphite, received white ({order})', 'The two lamps from {order} do not match'],
    tags: ['order', 'return'],
    priority: 'normal',
    opening: [
      'I ordered the floor lamp in graphite and got a white one. The box says graphite, what is in it is white. Order number {order}.',
      'The two ceiling lamps from {order} have different colours: one is graphite, as ordered, and the other one is black. Side by side you can see it from across the room.',
    ],
    turns: [
      'reply: Thank you for writing, {name}. That is a mix-up at the factory, and yours to be put right: a graphite one leaves today. The label for sending the other one back is in your mail; there is no hurry.',
      'customer: My wife says that white is better after all. May we keep it and forget the whole thing? || The new one is here and they match now. I dropped the other one at the parcel shop this morning.',
      'note: Told purchasing to check the rest of this batch before it goes out.',
      'reply: Of course. I have called back the parcel and there is nothing more for you to do. Enjoy the light! || Thank you for taking it there so soon. Everything is settled, and there is nothing more for you to do. Enjoy the light!',
    ],
  },
  {
    titles: ['Glass shade arrived broken', 'Parcel {order} arrived with a crushed corner'],
    tags: ['order', 'damage'],
    priority: 'normal',
    opening: [
      'The pendant lamp from order {order} arrived today and the glass shade is in pieces. The outer box looks fine. I have kept everything, photos are attached.',
      'My parcel had one corner pushed in and the courier was gone before I could say anything. Inside, the lamp is fine but the glass has a crack from top to bottom. Order {order}, photos are attached.',
    ],
    turns: [
      'reply: What a pity, {name}, and thank you for the photos. I am sending you a new shade; the lamp itself you can use as it is. Could you tell me the number printed inside the lid of the box? It tells us who packed it.',
      'customer: The number is P-3318. || It says P-3340. Please be careful when you throw the glass away, I cut my finger.',
      'note: Same packing line as last week. They have run out of the corner pieces and used paper instead.',
      'reply: Thank you, that helps us to put it right for others, too. The new shade is on its way and should be with you the day after tomorrow. Please put the broken one into your glass bin, we do not need it back.',
      'customer: The new shade has arrived in one piece. || Received, well packed this time. Thank you.',
    ],
  },
  {
    titles: ['Marked as delivered, but nothing here', 'Tracking claims that I signed for {order}'],
    tags: ['delivery', 'carrier'],
    priority: 'high',
    opening: [
      'The courier says that {order} was delivered on {day} at 11:40. I was at home all day and nobody rang. The neighbours have nothing either.',
      'According to the tracking I signed for parcel {order} on {day}. I did not: I was at work in {city} until six. What now?',
    ],
    turns: [
      'reply: I am sorry, {name}, that is unpleasant. I have opened an inquiry with the carrier; they ask the driver and must answer within two working days. Could you look into the electricity cupboard and behind the bins, please? They are the places that drivers use most.',
      'customer: I looked everywhere, it is not there. || Nothing in the house, and the caretaker has not seen it either.',
      'note: Carrier: position of the scan is 400 m away, other street with the same house number.',
      'reply: The carrier has found the mistake: it was left in another street with the same number. They will try to fetch it today. If it is not with you by tomorrow evening, I will send a new one without waiting any longer.',
      'customer: The driver brought it tonight and apologised. Thank you for staying on it. || It came today! A neighbour from the other street carried it over herself.',
    ],
  },
  {
    titles: ['Please change the delivery address of {order}', 'Moving house: can {order} go to {city} instead?'],
    tags: ['order', 'delivery'],
    priority: 'normal',
    opening: [
      'I have just placed order {order} and saw that my old address was still in the account. Can you still change it? The new one is 14 Mill Lane, {city}.',
      'We move earlier than planned, and order {order} would arrive at an empty flat. Could it go to our new home in {city}? The address is already in my account.',
    ],
    turns: [
      'reply: We were in time, {name}: the parcel is packed but not handed over. To be safe, could you confirm the new address with the postcode?',
      'customer: Confirmed, the postcode is in my account as of now. Thank you for being so quick! || Yes, the one in my account is complete and right.',
      'reply: Thank you. The new label is on the parcel and it leaves tonight, one day later than first planned.',
    ],
  },
  {
    titles: ['Mounting plate missing in the box', 'No power supply in the box of the hub'],
    tags: ['order', 'spare-part'],
    priority: 'normal',
    opening: [
      'There is no mounting plate in the box of my thermostat, only the screws. The manual shows one. Order {order}.',
      'I unpacked the hub from {order} and there is no power supply. The cable is there, the plug is not. Do I need to buy one?',
    ],
    turns: [
      'reply: It belongs in the box, of course, and I am sorry that it is not. I can post it to you today. Is the address of your order still the right one?',
      'customer: Yes, same address. || Yes it is. Meanwhile, can I use the one of my phone?',
      'reply: It is in the post and fits into your letter box, so you need not be at home. || It is in the post. Until it arrives the one of your phone will do, as long as it says 10 W or more.',
      'customer: Came today, everything is mounted. Thanks! || It is here and works. Quick service, thank you.',
    ],
  },
  {
    titles: ['Ordered two by mistake', 'Please cancel {order}, I pressed the wrong button'],
    tags: ['order', 'cancellation'],
    priority: 'normal',
    opening: [
      'I wanted one camera and the basket had two, probably because I went back a page. Can one of them be taken out of order {order} before it is sent?',
      'Please cancel {order}. I meant to save the basket for later and paid instead. I am sorry for the work.',
    ],
    turns: [
      'note: Not picked yet, it can be changed until 15:00.',
      'reply: No trouble at all, {name}. I have stopped it in time: one camera leaves tonight. Shall I send the money for the other back to your card, or keep it for your next order? || No trouble at all, {name}. I have stopped it in time, and the money goes back the way it came within five working days. Would you like me to keep the basket in your account?',
      'customer: Back to the card, please. One is enough for us! || Yes please, keep it. I will order at the end of the month.',
      'reply: All set as you wish. Have a good day!',
    ],
  },
  {
    titles: ['Asked to pay customs for {order}', 'Courier wants {less} at the door'],
    tags: ['delivery', 'customs'],
    priority: 'normal',
    opening: [
      'I live in Bergen and the post office asks for customs duty on order {order}. Your shop said "all taxes included" at the checkout. Who pays this?',
      'The courier stood at the door in Zurich and asked for {less} in customs for {order}. I sent him away. Your page says that duties are included.',
    ],
    turns: [
      'note: The customs number was missing on the label again. Third case since the change of carrier.',
      'reply: You are right: duties are included, and this one was asked for in error, because a number was missing on our label. Would you rather have it delivered again at no cost, or pay and have us refund it the same day?',
      'customer: Please have it delivered again. || Again, please, and without a bill. I am at home in the evening.',
      'reply: The label is corrected and the carrier comes again tomorrow evening, with nothing to pay. Please write at once if they ask for anything.',
      'customer: It worked, thank you. || He came, he smiled, I paid nothing. Thank you very much.',
    ],
  },
  {
    titles: ['Gift card code is not accepted', 'Gift card of {amount}: "already used"'],
    tags: ['payment', 'gift-card'],
    priority: 'low',
    opening: [
      'My sister gave me a gift card of {amount}. The shop says "unknown code". I tried it with and without the dashes.',
      'I tried to pay with a gift card of {amount} and the page broke off. Now it says that the card has been used, but I have no order.',
    ],
    turns: [
      'reply: Hello {name}, let us find it. Could you send me the last four characters of the code? Please not the whole one: it is as good as money. The codes have no letter O, by the way, only zeros.',
      'customer: It was the zero! It works now. Sorry to have bothered you. || The last four are 7K0D.',
      'reply: Wonderful, and no bother at all: you are not the first, so the next cards will do without zeros. Enjoy your order! || Thank you! I have looked at the card: the full amount is on it again and ready to be used. If the page breaks off once more, tell me and I will place the order for you.',
    ],
  },
]
