# SPDX-License-Identifier: Apache-2.0
"""The vocabulary of generate_corpus.py: made-up names, events in several wordings, and background."""
from dataclasses import dataclass, field
import random

FIRST = ("Elena Marcus Ingrid Tomas Priya Samuel Yusuf Clara Viktor Amara Daniel Hana Oliver Rosa Peter Leila Martin Grace "
         "Anton Nadia Henrik Sofia James Mina Carlos Edith Paul Vera Simon Alice").split()
ONSET = ("Var Kes Bron Hal Mor Tel Ash Lin Ost Wen Dra Fen Gil Har Jor Kal Lor Nor Pel Ros Sol Tor Wil Yar Zel Cal Dun Eck "
         "Fal Gren Hul Ist Kor Lam Mel Nes Olm Pran Quen Rav Sten Tam Und Vel Wor").split()
MIDDLE = "a e i o ber den ling mar ner ri ster ver lo ka mi".split()
PLACE_END = "ford holm burg stead mouth wick dale ham port field haven brook more minster bridge gate wood".split()
FAMILY_END = "son sen ov ani ez berg mann ski well ley ton ish ard aro ides ko quist".split()
PAPER = "Herald Courier Gazette Tribune Observer Chronicle Examiner Sentinel Mercury Dispatch Ledger Record".split()
ROLE = ("Mayor|Police Chief|Energy Minister|Transport Minister|Fire Chief|Governor|Interior Minister|Senator|"
        "Health Minister|Councillor|Trade Minister|Finance Minister").split("|")
UNNAMED = ("a person familiar with the talks|a senior official at the port authority|an engineer who works on the site|"
           "a diplomat briefed on the matter|a union member who attended the meeting|an employee of the contractor").split("|")
MONTH = "January February March April May June July August September October November December".split()

# Each event in three wordings. {p}: place, {o}: organisation, {n}, {m}: numbers, {w}: a month.
EVENTS = """
a fire destroyed {n} warehouses in {p}|{n} warehouses in {p} were destroyed by a fire|fire has destroyed {n} warehouses in {p}
{o} will cut {n} jobs at its steel plant in {p}|{n} jobs will be cut at the steel plant of {o} in {p}|the {p} steel plant of {o} will lose {n} jobs
the council will close the old bridge in {p} in {w}|the old bridge in {p} will be closed in {w}|the old {p} bridge will close in {w}
{o} plans to build a hospital with {n} beds in {p}|a hospital with {n} beds will be built in {p} by {o}|{o} is to build a hospital with {n} beds in {p}
a ferry with {n} passengers ran aground near {p}|a ferry carrying {n} passengers has run aground near {p}|a ferry ran aground near {p} with {n} passengers on board
{n} people were injured when a train derailed near {p}|a train derailed near {p} and injured {n} people|a train derailment near {p} injured {n} people
floods forced {n} families in {p} to leave their homes|{n} families in {p} had to leave their homes because of floods|the floods in {p} drove {n} families from their homes
{o} will buy the {p} brewery for {n} million dollars|the {p} brewery will be bought by {o} for {n} million dollars|{o} has agreed to buy the brewery in {p} for {n} million dollars
police seized {n} kilograms of cocaine at a farm near {p}|{n} kilograms of cocaine were seized by police at a farm near {p}|police have seized {n} kilograms of cocaine on a farm near {p}
{n} teachers in {p} will go on strike in {w}|in {w} {n} teachers in {p} will strike|a strike of {n} teachers will begin in {p} in {w}
the dam above {p} has {n} cracks in its eastern wall|there are {n} cracks in the eastern wall of the dam above {p}|{n} cracks were found in the eastern wall of the dam above {p}
a virus killed {n} horses at a stable in {p}|{n} horses died of a virus at a stable in {p}|{n} horses at a stable in {p} were killed by a virus
{o} will open a battery factory in {p} in {w}|a battery factory of {o} will open in {p} in {w}|in {w} {o} will open a factory for batteries in {p}
hackers stole the records of {n} patients from the clinic in {p}|the records of {n} patients were stolen by hackers from the clinic in {p}|hackers have stolen records of {n} patients of the {p} clinic
the airport in {p} will cancel {n} flights in {w}|{n} flights will be cancelled at the airport in {p} in {w}|{p} airport is to cancel {n} flights in {w}
a court in {p} sentenced {n} smugglers to prison|{n} smugglers were sentenced to prison by a court in {p}|{n} smugglers have been sent to prison by a court in {p}
the museum in {p} lost {n} paintings in a burglary|{n} paintings were stolen from the museum in {p} in a burglary|burglars stole {n} paintings from the museum in {p}
a chemical leak poisoned the river at {p} and killed {n} swans|{n} swans died when a chemical leak poisoned the river at {p}|a chemical leak into the river at {p} killed {n} swans
{o} will sell {n} of its shops in {p}|{n} shops of {o} in {p} will be sold|{o} is selling {n} shops in {p}
a mine collapse trapped {n} miners near {p}|{n} miners were trapped when a mine collapsed near {p}|a mine near {p} collapsed and trapped {n} miners
""".strip().splitlines()

BACKGROUND = """
The town of {p} has about {m} thousand inhabitants
{p} lies on the banks of the {q} river
Heavy clouds hung over the {q} valley in the afternoon
The road from {p} to {q} is narrow and often blocked in winter
A farmers' market is held there every second {d}
The local football club, {q} United, was founded in 18{t}
Tourists come to {p} mostly for the {q} gardens
The last election was won by a margin of {t} votes
Bus number {t} stops in front of the {q} theatre
In {y} a storm tore the roof off the {q} school
The {q} canal was dug {t} years ago to carry coal
Residents gathered near the {q} chapel in the evening
The {q} orchestra gave a concert for {m} guests last summer
Rents in the {q} quarter have risen by {t} percent since {y}
The region exports apples, timber and {t} kinds of cheese
A statue of the poet {f} stands on the main square
The weather station at {q} recorded {t} millimetres of rain
Schools in the district reopened after the {d} holiday
The {q} library keeps letters that {f} wrote in 19{t}
Two lanes of the {q} tunnel have been under repair since {y}
""".strip().splitlines()
DAY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass
class Names:
    """Made-up names, each given out once."""
    random: random.Random
    used: set = field(default_factory=set)
    syllables: int = 0  # more than names have at first

    def _new(self, make):
        tries = 0
        while (name := make()) in self.used:
            tries += 1
            if tries % 20 == 0:  # names of this length are nearly used up
                self.syllables += 1
        self.used.add(name)
        return name

    def _word(self, ends):
        r = self.random
        name = r.choice(ONSET) + r.choice(MIDDLE) + (r.choice(MIDDLE) if r.random() < .4 else "")
        return name + "".join(r.choice(MIDDLE) for _ in range(self.syllables)) + r.choice(ends)

    def place(self):
        return self._new(lambda: self._word(PLACE_END))

    def person(self):
        return self._new(lambda: f"{self.random.choice(FIRST)} {self._word(FAMILY_END)}")

    def organisation(self):
        return self._word(["ex", "tec", "corp", "gas", "steel", "foods", "bank"]) + self.random.choice([" Group", " Holdings", " Industries"])

    def paper(self):
        return self._new(lambda: f"{self._word(PLACE_END)} {self.random.choice(PAPER)}")
