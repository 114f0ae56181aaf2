# Who comes: the usual roles (one person, the group, and the answer to “why are you here?”), and what people are called
# who gave no name: birds, easy to say aloud and to remember, with commas between.

usual-role-resident = Resident
usual-role-resident-plural = residents
usual-role-resident-reason = I live in the neighbourhood
usual-role-confidant = Vertrouwenspersoon
usual-role-confidant-plural = vertrouwenspersonen
usual-role-confidant-reason = I am a vertrouwenspersoon
usual-role-professional = Professional
usual-role-professional-plural = professionals
usual-role-professional-reason = I work for an organisation
usual-role-civil = Civil servant
usual-role-civil-plural = civil servants
usual-role-civil-reason = I work for the city
usual-role-researcher = Researcher
usual-role-researcher-plural = researchers
usual-role-researcher-reason = I do research
usual-role-unsaid = No role given
usual-role-unsaid-plural = people without a role
usual-role-unsaid-reason = I would rather not say

aliases = Blackbird, Heron, Sparrow, Magpie, Jay, Lapwing, Owl, Swallow, Starling, Robin, Grebe, Great tit, Falcon, Stork, Gull, Woodpecker, Wren, Swan, Thrush, Godwit, Jackdaw, Kingfisher, Dove, Coot, Crane, Goldfinch, Nightingale, Lark, Buzzard, Oystercatcher, Curlew, Cormorant, Blue tit, Wagtail, Redshank, Cuckoo, Spoonbill, Nuthatch, Sparrowhawk, Moorhen
alias-card = card { $card }
