# Wat de opdrachten demo, rehearse en replay zeggen.
demo-under-way = Vissenkom: er is een voorbeeldavond bezig. Die gaat vanzelf door, tot u iets aantikt op de console.
demo-taken = De console is overgenomen. De zaal volgt die vanaf nu.
rehearsal-begins = Vissenkom: een zaal om te oefenen. De mensen komen binnen; begin op de console als u klaar bent.
session-over = Iedereen is naar huis. Het verslag staat bij de organisator.
address-phone = Telefoon
address-stage = Scherm
address-console = Console
address-organiser = Organisator
how-to-end = Met Ctrl-C stopt het.
broken-line = Regel { $number } is niet te lezen: { $detail }. Er is niets afgespeeld.
closed-by-server = De server laat niemand binnen ({ $code }): de bijeenkomst of de sleutel is daar niet bekend.
nobody-there = De server antwoordt niet. Staat hij aan, en klopt het adres?
playing = Bezig
demo-title = Voorbeeldavond: om hulp vragen
