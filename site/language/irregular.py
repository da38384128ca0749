"""Swedish inflections that no ending tells, and other facts about single words.

The dictionary lists such plurals as words of their own. Source: any Swedish
grammar's list of umlaut plurals and suppletive forms.
"""

import re

# Plural (without article) -> singular. They also end compounds: storstäder.
PLURALS = {
    "städer": "stad",
    "böcker": "bok",
    "nätter": "natt",
    "män": "man",
    "fötter": "fot",
    "rötter": "rot",
    "böter": "bot",
    "händer": "hand",
    "tänder": "tand",
    "länder": "land",
    "stränder": "strand",
    "ränder": "rand",
    "bönder": "bonde",
    "fäder": "fader",
    "mödrar": "moder",
    "bröder": "broder",
    "döttrar": "dotter",
    "söner": "son",
    "gäss": "gås",
    "möss": "mus",
    "löss": "lus",
    "klor": "klo",
    "tår": "tå",
    "ögon": "öga",
    "öron": "öra",
    "bodar": "bod",
    "hjärtan": "hjärta",
}
_PLURAL = "|".join(sorted(PLURALS, key=len, reverse=True))
PLURAL_FORM = re.compile(rf"(.*?)({_PLURAL})(?:s|na|nas|n?ens?)?")

# Whole words only.
WORDS = {
    "gamla": "gammal",
    "gammalt": "gammal",
    "äldsta": "äldst",
    "större": "stor",
    "störst": "stor",
    "största": "stor",
    "mindre": "liten",
    "minst": "liten",
    "minsta": "liten",
    "små": "liten",
    "lilla": "liten",
    "litet": "liten",
    "bättre": "god",
    "bäst": "god",
    "bästa": "god",
    "gott": "god",
    "yngre": "ung",
    "yngst": "ung",
    "yngsta": "ung",
    "längre": "lång",
    "längst": "lång",
    "längsta": "lång",
    "gjorde": "göra",
    "gjort": "göra",
    "gjorts": "göra",
    "gör": "göra",
    "såg": "se",
    "sett": "se",
    "ger": "ge",
    "gav": "ge",
    "gett": "ge",
    "data": "data",
    "media": "media",
    "medier": "media",
}

# Forms that begin compounds and that the dictionary lacks -> their word.
BEGINNINGS = {
    "el": "el",
    "gatu": "gata",
    "läs": "läsa",
    "skriv": "skriva",
    "bygg": "bygga",
    "blom": "blomma",
    "dricks": "dricka",
    "sim": "simma",
    "gymnasie": "gymnasium",
    "års": "år",
    "yt": "yta",
    "ladu": "lada",
}
