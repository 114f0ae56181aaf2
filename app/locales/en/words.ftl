# What simulated people write in the harvest: sentences of our own, nobody's quotation.

wrote-everybody-1 = Everybody here wants the same, but we start in different places.
wrote-everybody-2 = Listening without answering at once is harder than I thought.
wrote-everybody-3 = How does somebody know who to turn to tomorrow?
wrote-everybody-4 = What happens with what we said today?
wrote-everybody-5 = Every organisation asks for the same story again.
wrote-everybody-6 = Start with one conversation and fill in the form together.
wrote-everybody-7 = Leave room to depart from a rule when it holds somebody back.
wrote-everybody-8 = I will call back within a week, even if I have no answer yet.
wrote-everybody-9 = Next time I will ask first what somebody has tried already.
wrote-everybody-10 = We now have a name and a number, and not only a counter.
wrote-resident-1 = When somebody comes along with me, I dare to say more.
wrote-resident-2 = I read a letter three times and still don't know what to do.
wrote-resident-3 = Explain to me what you write down, while you write it down.
wrote-confidant-1 = Trust takes months, and one letter can undo it.
wrote-confidant-2 = I may think along, but I may not pass anything on or decide.
wrote-confidant-3 = Who can I call when a family needs something this weekend?
wrote-professional-1 = I have half an hour a family, and the story takes longer.
wrote-professional-2 = I will tell my team that we should sit down together earlier.
wrote-civil-1 = I knew the rule, but not what it means at home.
wrote-civil-2 = I will find out who may decide on this and tell the group.
wrote-researcher-1 = Which knowledge counts when we write this down, and who looks along?
wrote-researcher-2 = I will show my report first to the people who spoke here.
wrote-note-taker-1 = From the circle: a familiar face helps more than a fixed form.
wrote-note-taker-2 = For next time: who may depart from a rule, and how do you ask?
