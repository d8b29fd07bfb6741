/// The usual names of fields in more languages: Portuguese, Italian, Dutch, Polish, Romanian, Turkish, Indonesian, Persian, Hebrew, Chinese
/// (simplified and traditional), Japanese and Korean.
extension FieldNames {
  /// Names by meaning, folded. They stand behind those of `FieldNames` that a table has in English or another language.
  static let inMoreLanguages: [ColumnMeaning: [String]] = [
    .lat: ["breedtegraad", "latitudine", "lintang", "عرضجغرافیایی", "קורוחב", "纬度", "緯度", "위도"],
    .lon: [
      "lengtegraad", "longitudine", "bujur", "طولجغرافیایی", "קואורך", "קואאורך", "קואורך", "经度", "經度", "経度", "경도",
    ],
    .geometry: [
      "coordenada", "coordinate", "coördinaten", "coordinaten", "współrzędne", "wspolrzedne", "koordinatlar",
      "koordinat",
      "مختصات", "קואורדינטות", "坐标", "座標", "经纬度", "經緯度", "緯度経度", "좌표",
    ],
    .time: [
      "datadaocorrência", "datadaocorrencia", "dataocorrência", "dataevento", "datadoevento", "datadellevento",
      "datazdarzenia",
      "datum", "dată", "olaytarihi", "tanggal", "waktukejadian", "tanggalkejadian", "تاریخ", "תאריך", "日期", "时间", "時間",
      "发生时间", "發生時間", "日付", "日時", "発生日時", "発生日", "날짜", "일시", "발생일시", "발생일",
    ],
    .start: [
      "datainício", "datainicio", "datadeinício", "datainizio", "begindatum", "startdatum", "datarozpoczęcia",
      "başlangıç", "başlangıçtarihi", "tanggalmulai", "开始日期", "开始时间", "開始日期", "開始日", "開始日時", "시작일",
    ],
    .end: [
      "datafim", "datadefim", "datafine", "einddatum", "datazakończenia", "bitiş", "bitiştarihi", "tanggalselesai",
      "结束日期", "结束时间", "結束日期", "終了日", "終了日時", "종료일",
    ],
    .published: ["publicadoem", "datadepublicação", "发布时间", "發布時間", "公開日", "등록일"],
    .id: ["编号", "編號", "番号", "번호"],
    .place: [
      "cidade", "localidade", "município", "città", "citta", "luogo", "comune", "località", "plaats", "gemeente",
      "stad",
      "miejscowość", "miasto", "miejsce", "localitate", "oraș", "yer", "şehir", "konum", "lokasi", "kota", "tempat",
      "مکان", "محل", "شهر", "מקום", "עיר", "יישוב", "地点", "地點", "地名", "位置", "城市", "場所", "発生場所", "장소", "위치",
    ],
    .kind: [
      "categoria", "rodzaj", "kategoria", "soort", "categorie", "tür", "tur", "kategori", "olaytürü", "jenis",
      "jeniskejadian", "نوعرویداد", "סוג", "类型", "類型", "类别", "類別", "種別", "種類", "分類", "유형", "분류",
    ],
    .title: [
      "titolo", "título", "ocorrência", "ocorrencia", "evento", "tytuł", "nazwa", "zdarzenie", "gebeurtenis", "naam",
      "titlu",
      "eveniment", "başlık", "olay", "judul", "kejadian", "peristiwa", "عنوان", "رویداد", "כותרת", "אירוע", "标题", "標題",
      "事件", "名称", "名稱", "件名", "タイトル", "表題", "제목", "사건", "명칭",
    ],
    .actor: ["ator", "atores", "attore", "attori", "aktör", "pelaku"],
    .source: [
      "fonte", "fonti", "fontes", "bron", "bronnen", "źródło", "źródła", "sursa", "kaynak", "kaynaklar", "sumber",
      "منبع",
      "מקור", "来源", "來源", "出典", "情報源", "출처",
    ],
    .link: ["ligação", "collegamento", "odnośnik", "bağlantı", "tautan", "پیوند", "קישור", "链接", "連結", "リンク", "링크"],
    .summary: [
      "descrição", "descricao", "observações", "descrizione", "note", "omschrijving", "beschrijving", "opmerkingen",
      "opis",
      "uwagi", "descriere", "açıklama", "notlar", "keterangan", "deskripsi", "توضیحات", "شرح", "תיאור", "הערות", "描述",
      "说明", "說明", "备注", "備註", "内容", "內容", "詳細", "概要", "備考", "내용", "설명", "비고",
    ],
    .figure: [
      "mortos", "feridos", "desaparecidos", "desabrigados", "morti", "feriti", "dispersi", "doden", "gewonden",
      "vermisten",
      "zabici", "ranni", "morți", "răniți", "ölü", "yaralı", "ölüsayısı", "yaralısayısı", "meninggal", "lukaluka",
      "کشته",
      "کشتهها", "زخمی", "הרוגים", "פצועים", "死亡人数", "死亡人數", "受伤人数", "受傷人數", "死者数", "負傷者数", "死者",
      "負傷者", "사망자", "부상자", "사망자수", "부상자수",
    ],
  ]
}
