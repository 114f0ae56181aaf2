# The language itself: its own name, and which way it is written (ltr or rtl). A folder with this file is a language.

language-name = English
language-direction = ltr
