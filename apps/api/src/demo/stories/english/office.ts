import type { Story } from '../../story.ts'

/** What small offices and shops have from us: printers, routers with VPN, and the till. */
export const office: readonly Story[] = [
  {
    titles: ['Label printer feeds blank labels', 'Labels come out empty since this morning'],
    tags: ['printer'],
    priority: 'high',
    from: 'office',
    opening: [
      'Our label printer has been feeding blank labels since we put in a new roll. We have 80 parcels to send today, so this is rather urgent for us.',
      'The label printer at the packing table prints nothing since this morning. It moves, it sounds normal, the labels are white. The driver comes at four.',
    ],
    turns: [
      'reply: Let us try the likeliest thing first, {name}: thermal labels print on one side only. Could you scratch a label with a fingernail? If no grey line appears, the roll is wound the other way round and has to be turned.',
      'customer: No line! I turned the roll and it prints. || There is a grey line, so the side is right. Still white.',
      'note: Same model turned up twice this month: once the roll, once the flat cable of the print head.',
      'reply: That was all, then. I have put a drawing of the right way round into your mail, for the lid of the printer. || Then please switch it off, open the lid and push the flat grey cable on the left back into its socket: it can come loose when the lid falls shut. Does it print after that?',
      'customer: Great, the drawing is on the lid already. || It prints! All parcels went out on time, thank you.',
    ],
    aside: [
      'They have parcels waiting until four, can somebody stay near this one while I am at lunch?',
      'I am here. The drawing with the cable is under "printer" in the canned answers.',
    ],
  },
  {
    titles: ['Printer offline after the Windows update', 'Nobody can print since Windows restarted'],
    tags: ['printer', 'windows'],
    priority: 'normal',
    from: 'office',
    opening: [
      'After the Windows update last night the printer is "offline" on three of our five computers. On the other two it prints. Same network, same driver.',
      'Windows restarted itself over lunch, and now nobody here can print. The printer answers when I open its address in the browser.',
    ],
    turns: [
      'reply: Thank you, that helps. The update sets a new port for network printers and gets it wrong. Could you remove the printer on one of the computers, add it again by its IP address, and tell me whether it prints?',
      'customer: It works on that one. Do I have to do this on all of them? || Done on mine, prints again. Is there a way to do it from afar for the rest?',
      'note: Script for the port is with the canned answers, ask them to run it as administrator.',
      'reply: You need not go from desk to desk: I have attached a small script that does the same. Run it as administrator, a restart is not needed.',
      'customer: All printing again. Thank you for the script! || Perfect, two minutes for all of them.',
    ],
  },
  {
    titles: ['Receipts are cut off on the right', 'Prices missing at the edge of the receipt'],
    tags: ['printer', 'till'],
    priority: 'normal',
    from: 'office',
    opening: [
      'The receipts of our till are cut off on the right: the last digit of every price is missing. It began when we changed to the cheaper paper.',
      'Since the till updated itself to {version} the prices on the receipt run over the edge. Customers ask us what they have paid. We open again tomorrow at eight.',
    ],
    turns: [
      'note: Paper width is set to 80 mm, the new rolls are 76 mm. || The update has put the paper width back to 80 mm.',
      'reply: The till believes that the paper is 80 mm wide. Could you measure yours? If it is 76 or 58 mm, choose that under Till → Printer → Paper, and print a test receipt.',
      'customer: It is 76 mm. Changed it, the test receipt is complete. || 76 mm, as always. The setting had jumped to 80. Now it is right again.',
      'reply: Well done. I have set a mark on your till so that the next update leaves the width alone.',
    ],
  },
  {
    titles: ['VPN drops every hour, to the minute', 'Thrown out of the VPN once an hour'],
    tags: ['vpn', 'network'],
    priority: 'high',
    from: 'office',
    opening: [
      'Everyone who works from home is disconnected from the VPN exactly once an hour. Calls break off. It began when we replaced the router with yours.',
      'The VPN throws me out after 60 minutes, every time, and I have to sign in again in the middle of customer calls. My colleagues have the same.',
    ],
    turns: [
      'reply: Exactly once an hour points to the renewal of the keys. Could you tell me which program your people connect with, and its version?',
      'customer: The one that comes with Windows 11. || WireGuard on the Macs works, the trouble is with the Windows people and what comes with Windows.',
      'note: Windows asks for a group that our default profile no longer offers. Workaround: enable the older one for renewal only.',
      'reply: Thank you, that explains it: at the renewal Windows asks for a kind of key that the router does not offer by default. I can switch it on from here, which takes about ten seconds of interruption. When may I?',
      'customer: Any time after six today. || Now is fine, everyone is at lunch.',
      'reply: It is on. The last connection has been up for three hours without a break. Please tell your people that nothing changes for them.',
      'customer: A whole day without a break. Thank you! || Confirmed, the calls hold. Very good work.',
    ],
    aside: [
      'Once an hour, to the minute. Is that the keys?',
      'Sounds like it. Ask what they connect with before you change anything, and keep the old profile.',
    ],
  },
  {
    titles: ['VPN says that the certificate has expired', 'No VPN for anybody since midnight'],
    tags: ['vpn', 'certificate'],
    priority: 'urgent',
    from: 'office',
    opening: [
      'Since midnight nobody can connect: "the certificate has expired". Twelve people are sitting at home and cannot work.',
      'None of us gets into the VPN this morning. The message speaks of a certificate. We have a deadline at noon, please call me if that is faster.',
    ],
    turns: [
      'note: Renewal failed for 30 days because port 80 is closed on their side. Renewed by hand over DNS.',
      'reply: We are on it, {name}. The certificate of your router could not renew itself because a port is closed, and it ran out last night. I have just renewed it by hand. Could one of you try now?',
      'customer: We are in, all of us. But why did nobody warn us? || It works again. Thank you for the quick help, we will make the deadline.',
      'reply: I am glad. We did send warnings, but to an address of somebody who left; I have put yours in its place. And the renewal now goes another way that needs no port.',
    ],
  },
  {
    titles: ['Connected to the VPN, but no shared folders', 'Shared drive missing from home'],
    tags: ['vpn', 'network'],
    priority: 'normal',
    from: 'office',
    opening: [
      'I can connect to the VPN from home, but the shared folders do not open. Colleagues can. I moved house last week, perhaps it has to do with that?',
      'Since I have a new internet provider at home, the shared drive does not open through the VPN. Mail and the till work.',
    ],
    turns: [
      'reply: It may well have to do with that. Could you send me the IP address that your computer has at home? On Windows: open a terminal, type "ipconfig", it is the line "IPv4".',
      'customer: 192.168.1.23 || It says 192.168.1.104.',
      'note: Both ends use 192.168.1.x. Simplest: move the home network.',
      'reply: That is the reason: your new router at home uses the same addresses as the office, so the computer looks for the folders at home. Could you set your router to 192.168.77.1? It is one field, usually under "Home network".',
      'customer: Changed it, the folders are there. I would never have guessed. || It took me a while to find the field, but it works. Thank you!',
    ],
  },
  {
    titles: ["Till shows yesterday's total", 'Day closing does not match the drawer by {amount}'],
    tags: ['till', 'bug'],
    priority: 'urgent',
    from: 'office',
    opening: [
      "When we opened this morning the till already showed yesterday's takings. The closing was done last night, I have the slip here. Our accountant wants the figures by tonight.",
      'The closing of the till is {amount} more than what is in the drawer. I counted three times, and so did my colleague. Something was counted twice.',
    ],
    turns: [
      'note: Closing was sent twice: the till was offline in between. One record has to be voided in the books.',
      'reply: The drawer is right and the till is not: it was offline at the moment of closing and sent the same closing again later. I can void the second one, and you get a slip of it for your books. Is that all right with you?',
      'customer: Yes please, and the slip by mail. || Yes. I am relieved, I was beginning to doubt my arithmetic.',
      'reply: It is voided and the slip is in your mail. Your closing was right from the start. The cause is fixed in the version that your till gets tonight. || It is voided and the slip is in your mail. Your arithmetic was right to the cent. The cause is fixed in the version that your till gets tonight.',
      'customer: Slip received, accountant content. Thank you. || Thank you. This morning it began at zero, as it should.',
    ],
  },
  {
    titles: ['Access for a new colleague', 'New colleague starts on Monday, please prepare access'],
    tags: ['account', 'onboarding'],
    priority: 'normal',
    from: 'office',
    opening: [
      'Our new colleague needs VPN access and the till, but not the reports. What do you need from me?',
      'On Monday a colleague starts in our shop in {city}. She should be able to use the till and the label printer, and see the stock. Can you set that up?',
    ],
    turns: [
      'reply: Gladly. I need the name and the work address, and your word, as the owner, that the rights are till and VPN only. You can also do it yourself under Team → Invite; shall I show you how?',
      'customer: Ruth Keller, ruth@ our domain. Till and VPN, no reports: confirmed. || I found Team → Invite, it is easy. Only the printer does not appear there.',
      'reply: The invitation is on its way to her and is good for a week. || The printer belongs to the place and not to the person: whoever may use the till in {city} can print. You have done everything right.',
      'customer: She is in and all set. Thank you. || Even better. Thanks!',
    ],
  },
  {
    titles: ['Stock import fails at line 214', 'CSV import turns umlauts into question marks'],
    tags: ['import', 'till'],
    priority: 'normal',
    from: 'office',
    opening: [
      'I am importing our stock, 1,900 lines. It stops at line 214 with "wrong number of columns". I see nothing wrong with that line. The file is attached.',
      'After the import of our price list all umlauts are question marks: "K?se", "Br?tchen". That cannot go on a label. The file comes from Excel.',
    ],
    turns: [
      'note: Line 214 has a semicolon inside a name, without quotes. Fixed in their file. || Saved as Windows-1252. Converted their file.',
      'reply: Thank you for the file. Line 214 has a semicolon inside a name, so it looks like one column more. I have put that name in quotes and attached the file again. Could you try it? || Excel saved the list in an older alphabet. Please choose "CSV UTF-8" when you save it; I have attached your file converted, to save you the time. Could you try it?',
      'customer: All 1,900 lines are in. Thank you! || The cheese is back. Many thanks!',
    ],
  },
]
