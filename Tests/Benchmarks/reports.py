"""Makes reports of known events, and measures how well `sitmap link` finds those that belong together.

    python3 Tests/Benchmarks/reports.py make FOLDER [EVENTS [SEED]]
    python3 Tests/Benchmarks/reports.py measure PROGRAM FOLDER

`make` writes three files of reports (GeoJSON of the profile) and `truth.json`. An event has a place, a moment, a kind, parties, figures and
details of its own. One to six outlets report it: times are blurred to hours, days, several days or a month, places to a vicinity, a town, a
province or a name in one of several spellings, figures to "at least" or to a range. A third of the reports are reprints of another outlet's
text, shortened, with another headline or with the agency's name before it. Two reports of a hundred have a wrong day or a wrong town: no program can find
these by what they say. Outlets write of different events in the same words ("Shelling in ..."), day after day.

`measure` prints the recall: of all ordered pairs of reports of one event, the share in which the second is among the first 20
candidates of the first; and of the pairs that the program marks as of one origin, the share that is.

This file was finished before the scores were tuned: do not change what it makes.
"""
import json, os, random, subprocess, sys, time

TOWNS = [  # name, other spellings, latitude, longitude, province
    ("Homs", ["Hims", "Homs"], 34.73, 36.71, "Homs"), ("Hama", ["Hamah", "Hama"], 35.13, 36.75, "Hama"),
    ("Idlib", ["Idleb", "Edlib"], 35.93, 36.63, "Idlib"), ("Ariha", ["Areeha", "Arihah"], 35.81, 36.61, "Idlib"),
    ("Jisr al-Shughur", ["Jisr ash-Shughur", "Jisr Al Shughour"], 35.81, 36.32, "Idlib"),
    ("Saraqib", ["Saraqeb", "Seraqib"], 35.86, 36.80, "Idlib"), ("Maarrat al-Numan", ["Maarat al-Nu'man", "Ma'arrat an-Nu'man"], 35.64, 36.67, "Idlib"),
    ("Khan Shaykhun", ["Khan Sheikhoun", "Khan Shaykhoun"], 35.44, 36.65, "Idlib"), ("Aleppo", ["Halab", "Aleppo"], 36.20, 37.16, "Aleppo"),
    ("Manbij", ["Menbij", "Manbej"], 36.53, 37.95, "Aleppo"), ("Al-Bab", ["al Bab", "El Bab"], 36.37, 37.52, "Aleppo"),
    ("Afrin", ["Efrin", "Ifrin"], 36.51, 36.87, "Aleppo"), ("Azaz", ["A'zaz", "Azez"], 36.59, 37.05, "Aleppo"),
    ("Jarabulus", ["Jarablus", "Cerablus"], 36.82, 38.01, "Aleppo"), ("Raqqa", ["ar-Raqqah", "Rakka"], 35.95, 39.01, "Raqqa"),
    ("Tabqa", ["al-Thawrah", "Tabka"], 35.84, 38.55, "Raqqa"), ("Ayn Issa", ["Ain Issa", "Ein Issa"], 36.39, 38.86, "Raqqa"),
    ("Deir ez-Zor", ["Deir al-Zour", "Dayr az-Zawr"], 35.33, 40.14, "Deir ez-Zor"), ("Mayadin", ["al-Mayadeen", "Mayadeen"], 35.02, 40.45, "Deir ez-Zor"),
    ("Abu Kamal", ["Albukamal", "Al-Bukamal"], 34.45, 40.92, "Deir ez-Zor"), ("Hasakah", ["al-Hasaka", "Hassakeh"], 36.50, 40.74, "Hasakah"),
    ("Qamishli", ["Kamishly", "Qamishlo"], 37.05, 41.23, "Hasakah"), ("Tell Tamer", ["Tal Tamr", "Tel Temir"], 36.66, 40.37, "Hasakah"),
    ("Ras al-Ayn", ["Ras al-Ain", "Serekaniye"], 36.85, 40.07, "Hasakah"), ("Palmyra", ["Tadmur", "Tadmor"], 34.56, 38.28, "Homs"),
    ("Talbiseh", ["Talbisah", "Talbeesa"], 34.84, 36.73, "Homs"), ("Rastan", ["ar-Rastan", "Al-Rastan"], 34.93, 36.73, "Homs"),
    ("Qusayr", ["al-Qusayr", "Qusair"], 34.51, 36.58, "Homs"), ("Salamiyah", ["Salamiya", "Salamieh"], 35.01, 37.05, "Hama"),
    ("Masyaf", ["Misyaf", "Masyaf"], 35.07, 36.34, "Hama"), ("Latakia", ["Lattakia", "al-Ladhiqiyah"], 35.52, 35.78, "Latakia"),
    ("Jableh", ["Jabla", "Jablah"], 35.36, 35.93, "Latakia"), ("Tartus", ["Tartous", "Tartus"], 34.89, 35.89, "Tartus"),
    ("Baniyas", ["Banias", "Baniyas"], 35.18, 35.95, "Tartus"), ("Daraa", ["Deraa", "Dar'a"], 32.62, 36.10, "Daraa"),
    ("Nawa", ["Nawa", "Nawah"], 32.89, 36.04, "Daraa"), ("Suwayda", ["as-Suwayda", "Sweida"], 32.71, 36.57, "Suwayda"),
    ("Quneitra", ["al-Qunaytirah", "Kuneitra"], 33.12, 35.82, "Quneitra"), ("Douma", ["Duma", "Douma"], 33.57, 36.40, "Rif Dimashq"),
    ("Zabadani", ["al-Zabadani", "Zabadany"], 33.72, 36.10, "Rif Dimashq"),
]
KINDS = {  # kind: headlines, sentences
    "strike": (["Air strike hits {t} {p}", "Warplanes bomb {t} {p}", "{t} struck from the air {p}", "Raid on {t} {p}"],
               ["Jets fired {n} missiles at {t}.", "Aircraft attacked {t}, witnesses say.", "Residents heard {n} explosions near {t}."]),
    "shelling": (["Shelling {p}", "Artillery fire on {t} {p}", "{t} shelled {p}", "Mortar rounds land on {t} {p}"],
                 ["About {n} shells fell on {t}.", "Guns of {a} fired on {t}.", "The shelling of {t} lasted {n} minutes."]),
    "clash": (["Clashes {p}", "Fighting between {a} and {b} {p}", "{a} attacks {b} at {t} {p}", "Gun battle {p}"],
              ["Fighters of {a} and {b} fought over {t}.", "Machine guns were used near {t}.", "The fight for {t} went on for {n} hours."]),
    "convoy": (["Convoy of {n} vehicles seen {p}", "{a} moves {n} vehicles {p}", "Military column {p}", "Trucks of {a} pass {t} {p}"],
               ["The column had {n} vehicles.", "A convoy of {a} drove past {t}.", "Among {n} trucks were {d}."]),
    "bombing": (["Car bomb explodes at {t} {p}", "Explosion {p}", "Bomb goes off near {t} {p}", "Blast rocks {t} {p}"],
                ["A vehicle loaded with explosives went off near {t}.", "The bomb had been hidden in {d}.", "Nobody has claimed the attack on {t}."]),
    "arrest": (["{a} detains {n} men {p}", "Arrests {p}", "{n} people taken from {t} {p}", "Raid by {a} {p}"],
               ["Patrols of {a} searched {t}.", "{n} men were led away.", "Relatives say that they were taken from {t}."]),
    "protest": (["Protest {p}", "Demonstrators gather at {t} {p}", "Hundreds march {p}", "Crowd demands {d} {p}"],
                ["About {n}0 people gathered at {t}.", "They demanded {d}.", "The march ended at {t} without incidents."]),
    "drone": (["Drone shot down {p}", "Drone attack on {t} {p}", "Unmanned aircraft crashes {p}", "{a} downs drone {p}"],
              ["The aircraft came down near {t}.", "A drone dropped {n} charges on {t}.", "Debris with {d} was found."]),
}
TARGETS = ["a school", "the hospital", "a fuel depot", "the grain silo", "a checkpoint", "the market", "an apartment block", "the airport road",
           "a bakery", "the old bridge", "a power station", "the bus station", "a farm", "the mosque", "an ammunition store", "the police station",
           "a water tower", "the cotton mill", "a refugee camp", "the railway yard"]
DETAILS = ["fuel tankers", "rocket launchers", "bread and electricity", "the release of prisoners", "a refrigerator truck", "armoured cars", "markings in Cyrillic",
           "a motorcycle", "engineers' equipment", "ambulances", "cheaper fuel", "a water tank", "radar parts", "crates of shells"]
PARTIES = ["Army", "SDF", "HTS", "SNA", "IS", "local militia", "Russian forces", "Turkish forces", "military police", "tribal fighters"]
OUTLETS = ["Coast News", "Northern Observer", "Desert Monitor", "Civil Watch", "Daily Courier", "Front Report", "Levant Wire", "Open Eye", "Border Post",
           "River Radio"]
AGENCIES = ["Levant Wire", "Civil Watch", "Front Report"]
DAY = 86400
START = 1704067200  # 2024-01-01


def stamp(seconds, form):
    moment = time.gmtime(seconds)
    return time.strftime({"minute": "%Y-%m-%dT%H:%MZ", "hour": "%Y-%m-%dT%HZ", "day": "%Y-%m-%d", "month": "%Y-%m"}[form], moment)


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.number = 0
        self.origins = 0

    def event(self):
        r = self.random
        kind = r.choice(list(KINDS))
        a, b = r.sample(PARTIES, 2)
        town = r.choice(TOWNS)
        return {
            "town": town, "kind": kind, "a": a, "b": b, "n": r.randint(2, 60), "target": r.choice(TARGETS), "detail": r.choice(DETAILS),
            "time": START + r.randrange(120 * DAY), "deaths": r.choice([0, 0, 0, 1, 1, 2, 3, 4, 5, 7, 9, 12, 18, 31]), "injured": r.choice([0, 0, 2, 3, 5, 8, 11, 20, 40]),
            "spot": (town[2] + r.uniform(-0.04, 0.04), town[3] + r.uniform(-0.05, 0.05)),
        }

    def when(self, event, wrong):
        r, moment = self.random, event["time"]
        if wrong:
            moment += r.choice([-1, 1]) * 2 * DAY
        form = r.choices(["minute", "hour", "day", "days", "month", "before", "none"], [8, 6, 66, 12, 3, 3, 2])[0]
        if form in ("minute", "hour", "day", "month"):
            return stamp(moment, form)
        if form == "days":
            first = moment - r.randint(0, 2) * DAY
            return stamp(first, "day") + "/" + stamp(moment + r.randint(1 if first == moment else 0, 1) * DAY, "day")
        return "../" + stamp(moment + r.randint(0, 1) * DAY, "day") if form == "before" else None

    def place(self, event, town, spelling):
        r = self.random
        form = r.choices(["exact", "vicinity", "locality", "unknown", "region", "name", "none"], [22, 12, 40, 8, 6, 8, 4])[0]
        latitude, longitude = event["spot"]
        if town is not event["town"]:
            latitude, longitude = town[2], town[3]
        place = {"name": spelling}
        if form == "exact":
            point = [round(longitude + r.gauss(0, 0.001), 5), round(latitude + r.gauss(0, 0.001), 5)]
            place["precision"] = "exact"
        elif form == "vicinity":
            point = [round(longitude + r.uniform(-0.03, 0.03), 3), round(latitude + r.uniform(-0.03, 0.03), 3)]
            place.update(precision="vicinity", radius_m=8000)
        elif form == "locality":
            point = [round(town[3] + r.uniform(-0.01, 0.01), 3), round(town[2] + r.uniform(-0.01, 0.01), 3)]
            place["precision"] = "locality"
        elif form == "unknown":
            point = [round(longitude, 2), round(latitude, 2)]
        elif form == "region":
            seat = next((x for x in TOWNS if x[0] == town[4]), town)
            point, place = [seat[3], seat[2]], {"name": town[4] + " province", "precision": "region"}
        else:
            return None, place if form == "name" else {}
        return {"type": "Point", "coordinates": point}, place

    def figures(self, event):
        r, figures = self.random, {}
        for name in ("deaths", "injured"):
            number = event[name]
            form = r.choices(["exact", "least", "range", "off", "none"], [45, 10, 10, 8, 27])[0]
            if number == 0 and form != "exact" or form == "none":
                continue
            if form == "exact":
                figures[name] = {"best": number}
            elif form == "least":
                figures[name] = {"low": max(1, number - r.randint(0, 2))}
            elif form == "range":
                figures[name] = {"low": max(0, number - r.randint(0, 2)), "high": number + r.randint(0, 3)}
            else:
                figures[name] = {"best": max(0, number + r.choice([-1, 1, 2]))}
        return figures

    def words(self, event, spelling):
        """A headline and a text of an outlet's own."""
        r = self.random
        headlines, sentences = KINDS[event["kind"]]
        where = r.choice(["in {s}", "near {s}", "at {s}", "outside {s}", "in the {s} area"]).format(s=spelling)
        values = {"t": event["target"], "p": where, "a": event["a"], "b": event["b"], "n": event["n"] if r.random() < 0.8 else event["n"] + r.choice([-1, 1, 3]),
                  "d": event["detail"]}
        title = r.choice(headlines).format(**values)
        text = [s.format(**values) for s in r.sample(sentences, r.randint(1, 3))]
        if event["deaths"] and r.random() < 0.6:
            text.append(r.choice(["{} people were killed.", "The dead number {}.", "Medics counted {} bodies."]).format(event["deaths"]))
        if r.random() < 0.5:
            text.append(r.choice(["It happened {w}.", "The incident was reported {w}.", "A source placed it {w}."]).format(w=where))
        r.shuffle(text)
        return title[0].upper() + title[1:], " ".join(text)

    def reprint(self, first, outlet):
        """Another outlet's text, as outlets take it over."""
        r, title, text = self.random, first["title"], first["text"]
        sentences = text.split(". ")
        if len(sentences) > 2 and r.random() < 0.4:
            text = ". ".join(sentences[:-1]) + "."
        change = r.random()
        if change < 0.25:
            title = r.choice(["BREAKING: ", "Update: ", "Urgent | "]) + title
        elif change < 0.4:
            title = title + " - " + first["outlet"]
        elif change < 0.5:
            text = f"({first['outlet']}) " + text
        return title, text

    def reports(self, event, truth):
        r, reports = self.random, []
        count = r.choices([1, 2, 3, 4, 5, 6], [35, 25, 18, 11, 7, 4])[0]
        for outlet in r.sample(OUTLETS, count):
            self.number += 1
            wrong = r.random()
            town = event["town"] if wrong >= 0.01 else r.choice(TOWNS)
            spelling = r.choice([town[0], town[0]] + town[1])
            first = r.choice(reports) if reports and r.random() < 0.35 else None
            report = {"id": f"r{self.number}", "outlet": outlet, "via": None, "link": f"https://news.example/{outlet.replace(' ', '-').lower()}/{self.number}"}
            if first:
                report["title"], report["text"] = self.reprint(first, outlet)
                report["origin"] = first["origin"]
                if r.random() < 0.5:
                    report["via"] = first["outlet"]
                if r.random() < 0.2:
                    report["link"] = first["link"]
            else:
                self.origins += 1
                report["title"], report["text"] = self.words(event, spelling)
                report["origin"] = self.origins
            geometry, place = self.place(event, town, spelling)
            properties = {"title": report["title"], "kind": event["kind"] if r.random() < 0.9 else "other", "summary": report["text"], "place": place}
            when = self.when(event, 0.01 <= wrong < 0.02)
            if when:
                properties["when"] = when
            if r.random() < 0.5:
                properties["actors"] = [event["a"]] + ([event["b"]] if event["kind"] == "clash" else [])
            source = {"who": outlet, "link": report["link"], "figures": self.figures(event)}
            if report["via"]:
                source["via"] = report["via"]
            properties["sources"] = [source]
            report["feature"] = {"type": "Feature", "id": report["id"], "geometry": geometry, "properties": properties}
            reports.append(report)
        truth.append([[report["id"], report["origin"]] for report in reports])
        return reports


def make(folder, count, seed):
    maker, truth, reports = Maker(seed), [], []
    for _ in range(count):
        reports += maker.reports(maker.event(), truth)
    maker.random.shuffle(reports)
    os.makedirs(folder, exist_ok=True)
    for number in range(3):
        part = [x["feature"] for x in reports if OUTLETS.index(x["outlet"]) % 3 == number]
        with open(f"{folder}/reports-{number + 1}.geojson", "w") as file:
            head = {"type": "FeatureCollection", "profile": "sitmap-situation-1", "title": f"Reports {number + 1}"}
            file.write(json.dumps(head)[:-1] + ', "features": [\n' + ",\n".join(json.dumps(x) for x in part) + "\n]}\n")
    with open(f"{folder}/truth.json", "w") as file:
        json.dump(truth, file)
    print(f"{len(reports)} reports of {count} events, {maker.origins} origins")


def measure(program, folder):
    truth = json.load(open(f"{folder}/truth.json"))
    event = {name: number for number, group in enumerate(truth) for name, _ in group}
    origin = {name: origin for group in truth for name, origin in group}
    files = [f"{folder}/reports-{number}.geojson" for number in (1, 2, 3)]
    start = time.monotonic()
    run = subprocess.run([program, "link", *files, "--json", "--limit", "0"], stdout=subprocess.PIPE, check=True)
    seconds = time.monotonic() - start
    pairs = json.loads(run.stdout)["candidates"]
    ranked, marked = {}, []
    for pair in sorted(pairs, key=lambda pair: -pair["score"]):
        first, second = pair["first"]["id"], pair["second"]["id"]
        ranked.setdefault(first, []).append(second)
        ranked.setdefault(second, []).append(first)
        if pair["one_origin"]:
            marked.append((first, second))
    asked = [(a, b) for group in truth for a, _ in group for b, _ in group if a != b]
    for most in (1, 5, 20):
        found = sum(b in ranked.get(a, [])[:most] for a, b in asked)
        print(f"recall within {most} candidates: {found}/{len(asked)} = {found / len(asked):.4f}")
    right = sum(origin[a] == origin[b] for a, b in marked)
    true = sum(1 for group in truth for i, x in enumerate(group) for y in group[:i] if x[1] == y[1])
    print(f"one origin, right: {right}/{len(marked)} = {right / max(1, len(marked)):.4f}; of all {true} such pairs {right / max(1, true):.4f}")
    same = sum(event[a["first"]["id"]] == event[a["second"]["id"]] for a in pairs)
    print(f"{len(pairs)} candidates of {len(event)} reports, {same / max(1, len(pairs)):.4f} of them right; {seconds:.2f} s")


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2000, int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    elif len(sys.argv) == 4 and sys.argv[1] == "measure":
        measure(sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)
