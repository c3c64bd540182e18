import type { Story } from '../../story.ts'

/** Getting in, staying in, and who may do what at home. */
export const accounts: readonly Story[] = [
  {
    titles: ['Cannot sign in after changing my e-mail', 'Locked out after a typo in my address'],
    tags: ['account', 'sign-in'],
    priority: 'high',
    opening: [
      'I changed my address in the app yesterday. Now the old one is unknown and the new one says "not confirmed", but no confirmation ever came, not even in spam. The lights work, but I am locked out of the app.',
      'I think I mistyped my new e-mail address when I changed it. Now I get no mail and cannot sign in. How do I get back into my home?',
    ],
    turns: [
      'note: The confirmation bounced: two letters swapped in the domain. Identity checked by the serial of the hub.',
      'reply: Hello {name}, our mail to the new address came back: two of its letters are swapped. I have put the old address back for you. Could you sign in with it and change it once more?',
      'customer: I am in again, thank you! || That worked, and this time I copied the address instead of typing it.',
    ],
  },
  {
    titles: ['Please delete my account and data', 'Sold the house: remove everything you have about us'],
    tags: ['account', 'privacy'],
    priority: 'normal',
    opening: [
      'I have sold my flat in {city} with all the devices in it. Please delete my account and everything you know about me, and confirm it in writing.',
      'We have sold our house and no longer use any of your products. Under Article 17 I ask you to erase our data and tell us what you must keep.',
    ],
    turns: [
      'reply: Of course, {name}. One question before I do: as long as the devices are tied to your account, the new owners cannot use them. May I release them first?',
      'customer: Yes, please do. || Yes, they will be grateful for it.',
      'note: Released nine devices. Deletion done, two invoices are kept for the tax office.',
      'reply: The devices are free and your account is deleted, with all recordings and history. We keep two invoices, as the law requires, and nothing else. This message is your confirmation. All the best in your new home!',
    ],
  },
  {
    titles: ['Password reset mail never arrives', 'Reset link says "expired" every time'],
    tags: ['account', 'sign-in'],
    priority: 'normal',
    opening: [
      'I have asked for a new password five times since {day}. No mail arrives. My address is right, your newsletter does reach me.',
      'The link for a new password says "expired", although I click it within a minute. I tried three times on two computers.',
    ],
    turns: [
      'note: Their mail server holds back our sign-in mails, the newsletter comes from elsewhere. || The mail filter opens every link once before it delivers. That uses it up.',
      'reply: Thank you for trying so patiently. Your mail server holds back our sign-in mails. I have sent you a code from another address, good for one hour. Could you enter it under "I have a code"? || Thank you for trying so patiently. Your mail filter seems to open our links before you do, and each works only once. I have sent you a code instead, good for one hour. Could you enter it under "I have a code"?',
      'customer: The code worked, I am in. Thank you! || In at last! Codes are nicer than links anyway.',
    ],
  },
  {
    titles: ['Lost my phone and with it the codes', 'New phone, two-step codes are gone'],
    tags: ['account', 'two-step'],
    priority: 'high',
    opening: [
      'My phone was stolen in {city}. I can still get a SIM card, but the app with the two-step codes is gone, and I never printed the spare ones. Somebody now holds a phone with my home in it. Please help.',
      'I changed phones and wiped the old one before I thought of the two-step codes. Now I cannot get into my account.',
    ],
    turns: [
      'reply: First things first, {name}: I have signed out every phone and closed remote access to your home. To let you in again I must know that it is you. Could you send me the serial number under the hub and the month of your first order?',
      'customer: The serial is LH-20-77415, first order in March two years ago. || LH-21-03958, and it must have been November. I can send the bill.',
      'note: Both match. Two-step switched off for 24 hours, mail sent.',
      'reply: Thank you, both are right. You can sign in with your password until tomorrow; please set up two-step again and print the spare codes this time.',
      'customer: I am in, codes are printed and in the drawer. Thank you so much. || All done. Very reassuring that you asked before letting me in.',
    ],
    aside: [
      'What do we ask for when the codes are gone? I would like a second pair of eyes on this one.',
      'The serial of the hub and the month of the first order, both must match. And close remote access first.',
      'Closed already.',
    ],
  },
  {
    titles: ['Is this mail about my account really from you?', 'Mail says that my home will be blocked today'],
    tags: ['security', 'phishing'],
    priority: 'urgent',
    opening: [
      'I got a mail that asks me to "confirm the hub within 24 hours" and wants my card number. It has your logo on it. Is it from you?',
      'A mail with your name on it says that my home will be blocked today unless I confirm my card. I did click on it and entered my password before I got suspicious.',
    ],
    turns: [
      'note: New wave since this morning, sent from a copied page. Reported the domain, informed the security team.',
      'reply: It is not from us, and it was good to ask. We never want card numbers by mail. To be safe, I have signed out all your devices. Would you set a new password now, and tell me whether you entered anything on that page? || It is not from us, and it was right to write at once. I have signed out all your devices. Would you set a new password now, here and wherever you used the same one, and tell me whether you gave them the card, too?',
      'customer: I did not enter anything. New password is set. || Only the password, not the card. It is changed now, and the one of my mail, too.',
      'reply: Then nothing has been lost. There was no sign-in to your account from elsewhere, I have looked. Thank you for telling us: the page is being taken down.',
    ],
    aside: [
      'Three of these in an hour. Shall we put a line on the status page?',
      'It is up, in both languages. Security asks us to collect the links.',
      'I keep them as notes in the tickets.',
    ],
  },
  {
    titles: ['Tenant moved out but can still see the flat', 'How do I take someone out of my home for good?'],
    tags: ['account', 'sharing'],
    priority: 'urgent',
    opening: [
      'I let a flat in {city}. The tenant has moved out, and I have just noticed that the heating is still changed from elsewhere at night. How do I remove their access?',
      'After a separation I need to be sure that my former partner can no longer see or open anything in my home. I removed them in the app, but the front door still shows their name. Please treat this with discretion.',
    ],
    turns: [
      'note: Priority. Old key from before the change of the sharing model, it outlives the removal in the app.',
      'reply: Thank you for trusting us with this, {name}. I have ended every session and every old key of that person, the door included; nobody but you has access now. Please change the door code as well. Does the list under Home → People look right to you?',
      'customer: Only my name is there now. I am very relieved, thank you. || Yes, it is just me. The code is changed, too.',
      'reply: Good. I have also switched on a message to you whenever somebody new is given access. If anything worries you, write here and we will see it at once.',
    ],
  },
  {
    titles: ["My late father's account", 'Taking over the home of a relative who has died'],
    tags: ['account', 'transfer'],
    priority: 'normal',
    opening: [
      'My father died last month. The heating and the alarm in his house run with your hub, under his account. My mother lives there and cannot change anything. What do you need from us?',
      "I look after my aunt's estate. Her house must stay warm until it is sold, and the thermostats are tied to her account, whose password nobody knows. How can we take it over?",
    ],
    turns: [
      'reply: Dear {name}, please accept our condolences. We can move the home to another account without touching anything in it. I need a copy of the certificate and the serial number under the hub. The heating keeps running as it is meanwhile. Is it warm in the house?',
      'customer: It is warm, thank you for asking. Both are attached. || Yes, it is warm. I have attached what you need.',
      'note: Papers checked. Home moved with all devices and schedules, old account closed without any mail going out.',
      'reply: Thank you. The home is now yours in the app, with all its schedules, and no more letters will come in the old name. If you would like someone to go through it with you by telephone, tell me a time.',
      'customer: It works, and it was easier than I feared. Thank you for your kindness. || Everything is there. Thank you, you made one thing simple.',
    ],
  },
  {
    titles: ['Two accounts, one home: please merge', 'My wife and I each have half of our devices'],
    tags: ['account', 'sharing'],
    priority: 'low',
    opening: [
      'By accident I have two accounts, one from the shop and one from the app. Devices are in one, invoices in the other. Can they become one?',
      'My wife set up the lamps in her account and I the thermostats in mine. Scenes cannot use both. How do we get them together?',
    ],
    turns: [
      'reply: That can be done, {name}, and nothing has to be paired again. Which of the two addresses would you like to keep?',
      'customer: Keep the one that I write from, please. || This one, please. My wife then only needs an invitation.',
      'note: Merge takes the hub offline for about a minute, do it in the afternoon.',
      'reply: It is done: everything is under this address now. The hub was away for a minute, in case you noticed.',
      'customer: All devices are there. Thank you! || Scenes work across the whole flat. Brilliant.',
    ],
  },
]
