/// Parts of names, for fields that are called by several words.
extension FieldNames {
  /// Parts of names that say that a field is a latitude, or a longitude.
  static let latitudes: Set<String> = [
    "latitude", "lat", "latitud", "latdd", "latitudine", "enlem", "breitengrad", "широта", "y",
  ]
  static let longitudes: Set<String> = [
    "longitude", "lon", "lng", "long", "longitud", "londd", "longitudine", "boylam", "längengrad", "laengengrad",
    "долгота", "довгота", "x",
  ]

  /// Parts of names that say that a field has dates.
  static let dates: Set<String> = [
    "date", "datetime", "timestamp", "dt", "datum", "fecha", "дата", "تاريخ", "التاريخ", "تاریخ", "תאריך", "tarih",
    "tanggal",
  ]
  /// Parts of names that say that a date is that of a record, and not of what happened.
  static let publications: Set<String> = [
    "created", "published", "publication", "post", "tweet", "publish", "posted", "reported", "report", "rpt", "rptd",
    "submission",
    "submitted",
    "added", "seendate",
    "entry", "upload", "uploaded", "release", "released", "source", "pub", "today",
  ]
  /// Parts of names that say that a date is that of a change of the record.
  static let changes: Set<String> = [
    "changed", "updated", "update", "modified", "modification", "edited", "edit", "revised", "revision", "closed",
  ]
  /// Parts of names that say that a date is of neither: of people, of papers, of what is planned, of the work on the record.
  static let otherDates: Set<String> = [
    "birth", "born", "birthday", "dob", "geburt", "geburtsdatum", "geburtstag", "naissance", "nacimiento", "рождения",
    "народження", "الميلاد", "expiry", "expires", "expiration", "valid", "deadline", "due", "scheduled", "planned",
    "founded", "established", "joined", "accessed", "scraped", "retrieved", "archived", "downloaded", "verified",
    "reviewed", "checked", "coded", "imported", "user", "account", "author", "profile", "owner", "reporter", "member",
    "eta", "etd", "hijri", "hijrah", "persian", "jalali", "shamsi", "lunar", "bikram", "nepali", "buddhist", "هجري",
    "شمسي",
  ]
  static let starts: Set<String> = ["start", "begin", "beginning", "from", "onset", "first"]
  static let ends: Set<String> = ["end", "ending", "until", "to", "through", "finish", "last"]

  /// Parts of names that say that a field is of the place where something was bound for.
  static let destinations: Set<String> = ["to", "destination", "dest", "target", "arrival", "end"]
  /// Parts of names that say that degrees are not those of what happened: corners of a box, and the places of people.
  static let otherPlaces: Set<String> = [
    "min", "max", "minimum", "maximum", "sw", "ne", "nw", "se", "southwest", "northeast", "northwest", "southeast",
    "reporter", "observer", "author", "user", "office", "home",
  ]
  /// Parts of names that say that a place is that of a person or of an organisation, or was another one before.
  static let strangers: Set<String> = [
    "user", "account", "author", "reporter", "reporting", "observer", "home", "residence", "publication", "publisher",
    "burial", "birth", "hospital", "organization", "organisation", "company", "employer", "office", "embassy", "media",
    "donor", "flag", "supplier", "previous", "former", "nationality", "citizenship", "contact", "profile", "owner",
    "asylum", "launch", "registration", "registry", "manufacturer", "residency",
  ]
  /// Parts of names that say that a place is near the one that is meant.
  static let nearest: Set<String> = ["nearest", "closest", "nearby", "nächste", "nächster", "nächstgelegene"]
  /// Parts of names that say that a time of day is a length of time, or is that of something else than what happened.
  static let otherClocks: Set<String> = [
    "reaction", "response", "flight", "travel", "total", "duration", "elapsed", "delay", "working", "report",
    "reporting",
    "reported", "notification", "notified", "dispatch", "dispatched", "opening", "closing", "closed", "meal",
    "publication", "published", "post", "posted", "upload", "update", "updated", "created", "creation", "submission",
    "call", "entry", "shift", "transit", "processing", "waiting",
  ]
  /// Parts of names that may stand beside `hour` or `minute` where the field has those of a time of day.
  static let clockFrame: Set<String> = [
    "event", "incident", "time", "of", "the", "day", "date", "occurrence", "occurred", "attack", "start", "local",
    "utc",
    "gmt", "strike", "accident", "crash", "observation", "acq", "acquisition", "onset",
  ]
  /// Parts of names that say that a number of people is none: years, animals, days.
  static let otherFigures: Set<String> = [
    "age", "year", "years", "since", "month", "months", "day", "days", "date", "rank", "data", "value", "values",
    "livestock", "fish", "hh", "household", "households", "family", "families", "trees", "cattle", "animals", "sheep",
    "goats", "poultry", "houses", "buildings", "hours",
    "weeks", "name", "names", "id", "by", "where", "when", "how", "cause",
  ]
  /// Parts of names that say that a field has times of day, hours, minutes.
  static let clocks: Set<String> = [
    "time", "clock", "uhrzeit", "zeit", "tatzeit", "tijd", "ora", "saat", "godzina", "heure", "hora", "время", "час",
    "الوقت", "hour", "tm", "hrmn", "godz", "ساعت", "الساعة", "שעה", "时间", "時間", "時刻", "发生时间", "發生時間", "発生時刻", "시간",
    "시각", "발생시간", "발생시각", "jam", "waktu", "horário", "alarmzeit", "einsatzzeit", "unfallzeit",
  ]
  static let hours: Set<String> = ["hour", "hours", "hh", "hr", "stunde"]
  static let minutes: Set<String> = ["minute", "minutes", "min", "mm", "mn"]
  /// Names of fields with the zone of the times of day beside them.
  static let zones: [String] = [
    "timezone", "tz", "timezonename", "timezoneid", "tzname", "tzid", "eventtimezone", "localtimezone", "utcoffset",
    "gmtoffset", "tzoffset", "timezoneoffset", "zeitzone", "fuseauhoraire", "zonahoraria", "husohorario",
    "часовойпояс", "часовийпояс", "المنطقةالزمنية", "starttimezone", "starttz", "endtimezone", "endtz",
    "zone",
  ]
  /// Parts of names that say that a field counts people.
  static let figures: Set<String> = [
    "killed", "fatalities", "deaths", "dead", "kia", "wia", "fatals", "injuries", "mortales", "mortos", "morti",
    "injured", "wounded", "casualties", "displaced", "affected", "detained",
    "arrested",
    "missing", "evacuated", "homeless", "tote", "toten", "getötete", "verletzte", "verletzten", "verwundete",
    "vermisste", "vertriebene", "morts", "tués", "blessés", "disparus", "déplacés", "muertos", "fallecidos", "heridos",
    "desaparecidos", "desplazados", "погибшие", "погибших", "погибло", "убитых", "раненых", "раненые", "пропавших",
    "загиблих", "загиблі", "поранених", "поранені", "зниклих", "القتلى", "الجرحى", "المفقودين", "النازحين",
  ]
  /// Names that may be those of many things: the values have to be fitting.
  static let weak: Set<String> = [
    "x", "y", "data", "breite", "länge", "laenge", "pointx", "pointy", "xcoord", "ycoord", "coordx", "coordy", "time",
    "day",
    "from", "to", "start", "end", "begin", "until", "von", "bis", "desde", "hasta", "key", "nummer", "nr", "no",
    "number", "num",
    "numéro", "numero", "número", "номер", "код", "رقم", "created", "posted", "reported", "published", "shape", "gps",
    "point",
    "fin", "ende", "debut", "début", "inicio", "начало", "конец", "beginn", "geolocation",
  ]

  /// Parts of names of texts that are no titles: codes, people, and the units that a place lies in.
  static let untitled: Set<String> = [
    "land", "staat", "bundesland", "kanton", "pays", "país", "pais", "страна", "країна", "الدولة", "البلد", "wilaya",
    "governorat", "gouvernorat", "département", "departement", "departamento", "estado", "регион", "регіон", "id",
    "code", "uuid", "iso", "hash", "version", "email", "mail", "phone", "user", "username", "by", "country",
    "governorate",
    "province", "district", "region", "state", "county", "department", "oblast", "admin", "admin1", "admin2", "admin3",
    "adm1",
    "adm2", "adm3", "adm4", "adm5", "language", "lang", "confidence", "accuracy", "precision", "certainty", "quality",
    "rating", "contact", "counts",
    "catalog", "catalogue", "provider", "agency", "organization", "organisation", "police", "precinct", "boro",
    "borough", "patrol", "visibility",
    "resolution",
    "community", "ward", "beat", "район", "rayon", "il", "ilçe", "observer", "username", "device", "operator",
    "officer",
    "whom", "status", "zone", "tz", "timezone", "offset", "point",
    "segment",
  ]
  /// Parts of names of web addresses that are no sources.
  static let otherLinks: Set<String> = [
    "context", "schema", "datatype", "icon", "avatar", "logo", "license", "licence", "namespace", "profile",
  ]
  /// Parts of names that say that a field has positions.
  static let positions: Set<String> = [
    "position", "positions", "mgrs", "usng", "grid", "wkb", "ewkb", "coords", "coord", "coordinates", "coordinate",
    "gps", "point", "geo", "latlon", "latlng", "lonlat", "lnglat",
    "koordinaten",
    "coordenadas", "coordonnées", "координаты", "координати", "геолокация",
  ]
  /// Parts of names that say that a text is of a sort, and what of: both have to be there.
  static let sorts: Set<String> = [
    "type", "category", "kind", "class", "primary", "typ", "art", "kategorie", "tipo", "tipología", "tipologia",
    "clase", "categoría",
    "categoria", "catégorie", "nature", "тип", "вид", "категория", "категорія", "نوع", "סוג", "rodzaj", "soort", "tür",
    "türü", "jenis",
  ]
  static let happenings: Set<String> = [
    "incident", "incidents", "event", "events", "crime", "offense", "offence", "violation", "attack", "accident",
    "complaint", "primary",
    "disaster", "hazard", "crash", "abuse", "violence", "hecho", "incidente", "suceso", "evento", "delito", "événement",
    "evenement",
    "accidents", "infraction", "ocorrência", "ocorrencia", "fato", "sinistro", "zdarzenia", "zdarzenie", "дтп",
    "события", "событие",
    "происшествия", "преступления", "події", "подія", "حادث", "حادثه", "حادثة", "الحادث", "حدث", "الحدث", "رویداد",
    "אירוע", "olay",
    "vorfall", "vorfalls", "ereignis", "ereignisses", "einsatz", "kejadian", "reato",
  ]
  /// Parts of names that say that a text names a province or the like, the smallest units first.
  static let areas: [String] = [
    "district", "county", "departamento", "département", "departement", "район", "kanton", "bezirk", "governorate",
    "gouvernorat", "gouvernement", "province", "provincia", "oblast", "область", "محافظة", "bundesland", "estado",
    "wilaya", "ولاية", "الولاية",
    "المحافظة", "state",
    "region", "admin1", "adm1", "country", "land", "pays", "país", "страна", "країна", "الدولة", "البلد",
  ]
  /// Parts of names that say that a text is the name of a place, where no field is called so.
  static let places: Set<String> = [
    "where", "place", "location", "town", "village", "city", "locality", "ort", "lieu", "lugar",
  ]

  /// Objects that only hold the members of a record: `attributes.title` is called `title`.
  static let containers: Set<String> = [
    "attributes", "properties", "fields", "data", "_source", "source_data", "node", "item", "event", "record",
    "details", "attrs",
    "values", "meta", "metadata",
  ]
  /// Objects that are places, kinds and sources: their names are those of a place, of a kind, of a source.
  static let placeObjects: Set<String> = ["place", "location", "where", "geo", "venue", "position", "site", "city"]
  static let kindObjects: Set<String> = ["type", "category", "kind", "event_type", "eventtype"]
  static let sourceObjects: Set<String> = ["source", "sources", "author", "user", "publisher", "channel", "account"]
}
