# Who comes: the usual roles (one person, the group, and the answer to “why are you here?”), and what people are called
# who gave no name: birds, easy to say aloud and to remember, with commas between.

usual-role-resident = Bewoner
usual-role-resident-plural = bewoners
usual-role-resident-reason = Ik woon in de buurt
usual-role-confidant = Vertrouwenspersoon
usual-role-confidant-plural = vertrouwenspersonen
usual-role-confidant-reason = Ik ben vertrouwenspersoon
usual-role-professional = Beroepskracht
usual-role-professional-plural = beroepskrachten
usual-role-professional-reason = Ik werk bij een organisatie
usual-role-civil = Ambtenaar
usual-role-civil-plural = ambtenaren
usual-role-civil-reason = Ik werk bij de gemeente
usual-role-researcher = Onderzoeker
usual-role-researcher-plural = onderzoekers
usual-role-researcher-reason = Ik doe onderzoek
usual-role-unsaid = Zonder rol
usual-role-unsaid-plural = mensen zonder rol
usual-role-unsaid-reason = Dat zeg ik liever niet

aliases = Merel, Reiger, Mus, Ekster, Gaai, Kievit, Uil, Zwaluw, Spreeuw, Roodborst, Fuut, Koolmees, Valk, Ooievaar, Meeuw, Specht, Winterkoning, Zwaan, Lijster, Grutto, Kauw, IJsvogel, Duif, Meerkoet, Kraanvogel, Putter, Nachtegaal, Leeuwerik, Buizerd, Scholekster, Wulp, Aalscholver, Pimpelmees, Kwikstaart, Tureluur, Koekoek, Lepelaar, Boomklever, Sperwer, Waterhoen
alias-card = kaart { $card }
