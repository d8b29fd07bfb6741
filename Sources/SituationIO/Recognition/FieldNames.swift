/// The names of fields that are known, folded (`ColumnNames.fold`): in English, German, French, Spanish, Russian, Ukrainian and
/// Arabic, and those of `inMoreLanguages`. `Data/manual/formats.md` has the table for people.
enum FieldNames {
  /// The meanings that a table has once: the field whose name stands first in its list has it.
  static let single: [(meaning: ColumnMeaning, names: [String])] = singleInFirst.map { meaning, names in
    (meaning, names + (inMoreLanguages[meaning] ?? []).filter { !names.contains($0) })
  }

  /// The meanings that several fields may have.
  static let several: [(meaning: ColumnMeaning, names: Set<String>)] = severalInFirst.map { meaning, names in
    (meaning, names.union(inMoreLanguages[meaning] ?? []))
  }

  private static let singleInFirst: [(meaning: ColumnMeaning, names: [String])] = [
    (
      .lat,
      [
        "latitude", "lat", "decimallatitude", "declatitude", "latdd", "ygcswgs84", "latwgs84", "latitudewgs84", "ylat",
        "geolat",
        "gpslatitude", "latitud", "breitengrad", "geografischebreite", "breite", "latitudine", "enlem", "szerokość",
        "szerokośćgeograficzna", "широта", "خطالعرض", "دائرةالعرض", "y",
        "ycoord", "coordy", "pointy",
      ]
    ),
    (
      .lon,
      [
        "longitude", "lon", "lng", "long", "decimallongitude", "declongitude", "londd", "xgcswgs84", "lonwgs84",
        "longitudewgs84",
        "xlon", "xlong", "geolon", "geolng", "gpslongitude", "longitud", "längengrad", "laengengrad", "longitudine",
        "boylam", "długość", "długośćgeograficzna",
        "geografischelänge",
        "länge", "laenge", "долгота", "довгота", "خطالطول", "x", "xcoord", "coordx", "pointx",
      ]
    ),
    (
      .geometry,
      [
        "geometry", "wkt", "geomwkt", "geom", "thegeom", "shape", "coordinates", "coords", "coordinate", "latlon",
        "latlong",
        "latlng", "geopoint", "geolocation", "point", "gps", "gpscoordinates", "koordinaten", "coordonnées",
        "coordonnees",
        "coordenadas", "координаты", "координати", "الإحداثيات", "احداثيات",
      ]
    ),
    (
      .time,
      [
        "dateunixtime", "when", "eventdate", "dateofevent", "eventtime", "datetime", "date", "occurred", "occurredat",
        "incidentdate",
        "dateofincident", "dateofoccurrence", "ts", "epoch", "timestampms", "yyyymmdd", "time", "sqldate", "day",
        "datum", "ereignisdatum", "fecha", "fechaevento", "dateévénement",
        "dateevenement", "дата", "датасобытия", "датаподії", "датаподіï", "التاريخ", "تاريخ", "تاريخالحدث", "data",
        "tarih", "timestamp",
      ]
    ),
    (
      .start,
      [
        "start", "startdate", "datestart", "fromdate", "dateofstart", "starttime", "startdatetime", "onset", "begin",
        "begindate", "from", "datefrom",
        "beginn",
        "von", "début", "debut", "datedébut", "datedebut", "inicio", "fechainicio", "desde", "начало", "датаначала",
        "початок",
        "датапочатку", "البداية",
      ]
    ),
    (
      .end,
      [
        "end", "enddate", "dateend", "todate", "dateofend", "finish", "finishdate", "endtime", "enddatetime", "ends",
        "until",
        "to", "dateto", "ende",
        "bis", "fin", "datefin",
        "fechafin", "hasta", "конец", "окончание", "датаокончания", "кінець", "датазакінчення", "النهاية",
      ]
    ),
    (
      .published,
      [
        "published", "publishedat", "datepublished", "publisheddate", "pubdate", "reported", "datereported",
        "reportdate",
        "publicationdate", "createdat", "created", "datecreated", "postedat", "posted", "dateposted", "submissiontime",
        "veröffentlicht", "publié", "publicado", "опубликовано", "опубліковано", "تاريخالنشر",
      ]
    ),
    (
      .id,
      [
        "id", "eventid", "incidentid", "uid", "uuid", "guid", "identifier", "objectid", "fid", "key", "kennung",
        "nummer", "nr", "no", "number", "num", "numéro", "numero", "número", "номер", "код", "رقم", "المعرف",
      ]
    ),
    (
      .place,
      [
        "placename", "locationname", "place", "where", "location", "locality", "city", "town", "village", "settlement",
        "site",
        "ort", "ortsname", "ortschaft", "stadt", "lieu", "localité", "localite", "ville", "lugar", "localidad",
        "ciudad", "municipality", "gemeinde", "commune", "municipio", "pueblo", "settlementname", "cityname",
        "townname", "село", "селище",
        "место", "местоположение", "населенныйпункт", "населённыйпункт", "нп", "город", "місце", "населенийпункт",
        "місто",
        "المكان", "الموقع", "المدينة", "البلدة",
      ]
    ),
    (.precision, ["precision", "placeprecision"]),
    (
      .radius,
      [
        "radiusm", "radius", "accuracym", "coordinateuncertaintyinmeters", "uncertaintym", "positionalaccuracy",
        "horizontalaccuracy", "gpsaccuracy",
      ]
    ),
    (.destination, ["destination", "ziel", "destino", "назначение", "пунктназначения", "الوجهة"]),
    (.standing, ["standing"]),
    (.grade, ["grade", "admiralty", "admiraltygrade"]),
    (.sources, ["sourcesjson"]),
    (.links, ["links"]),
    (.members, ["membersjson"]),
    (
      .kind,
      [
        "kind", "eventtypename", "typename", "categoryname", "kindname", "eventtype", "type", "category",
        "incidenttype", "class", "typ", "violationtype", "disastertype",
        "attacktype", "typeofincident", "layername", "groupname", "typeofevent",
        "art", "ereignisart", "kategorie", "catégorie", "categorie", "tipo", "categoría", "categoria", "тип",
        "типсобытия",
        "вид", "категория", "типподії", "категорія", "النوع", "نوع", "نوعالحدث", "الفئة",
      ]
    ),
    (
      .title,
      [
        "title", "headline", "eventtitle", "incidenttitle", "newstitle", "what", "whathappened", "name", "eventname",
        "event", "subject", "label", "incident", "incidentname", "disastername", "firename", "volcanoname", "stormname",
        "titleen", "titel", "ereignis", "vorfall", "incidente", "suceso", "événement", "evenement",
        "überschrift",
        "bezeichnung", "titre", "intitulé", "título", "titulo", "titular", "nombre", "название", "заголовок", "событие",
        "назва", "подія", "العنوان", "الحدث", "الاسم", "vesselname", "shipname", "callsign",
      ]
    ),
  ]

  private static let severalInFirst: [(meaning: ColumnMeaning, names: Set<String>)] = [
    (
      .actor,
      [
        "actor", "actors", "actor1", "actor2", "party", "perpetrator", "perpetrators", "group", "faction", "sidea",
        "sideb",
        "akteur", "gruppe", "acteur", "acteurs", "groupe", "actores", "grupo", "актор", "группа", "сторона", "стороны",
        "група",
        "сторони", "الجهة", "الطرف", "الفاعل",
      ]
    ),
    (
      .source,
      [
        "source", "sources", "sourcename", "sourcenames", "publisher", "author", "who", "reportedby", "channel",
        "quelle", "quellen", "fuente", "fuentes",
        "источник",
        "источники", "джерело", "джерела", "المصدر", "مصدر",
      ]
    ),
    (
      .link,
      [
        "link", "links", "hyperlink", "hyperlinks", "url", "urls", "href", "sourceurl", "sourcelink", "weblink",
        "permalink", "lien", "enlace",
        "ссылка",
        "посилання",
        "الرابط", "رابط",
      ]
    ),
    (
      .summary,
      [
        "summary", "description", "notes", "note", "details", "text", "comment", "comments", "remarks", "narrative",
        "desc", "content", "body", "overview", "summaryen", "descriptionen", "beschreibung", "bemerkung", "bemerkungen",
        "notizen", "zusammenfassung",
        "résumé", "resume", "détails", "remarques", "commentaire", "descripción", "descripcion", "resumen", "notas",
        "detalles",
        "observaciones", "описание", "детали", "подробности", "примечание", "примечания", "комментарий", "текст",
        "опис",
        "деталі", "подробиці", "примітка", "примітки", "коментар", "الوصف", "وصف", "تفاصيل", "التفاصيل", "ملاحظات",
      ]
    ),
    (
      .figure,
      [
        "fatalities", "deaths", "killed", "dead", "injured", "wounded", "casualties", "displaced", "tote", "getötete",
        "verletzte", "morts", "tués", "blessés", "muertos", "fallecidos", "heridos", "погибшие", "погибло", "убито",
        "раненые",
        "ранено", "загиблі", "загинуло", "поранені", "поранено", "القتلى", "قتلى", "الجرحى", "جرحى",
      ]
    ),
  ]
}
