import Counts
import ModuleKit
import TestSupport
import Testing

/// Real counts mapped as a workspace would map them. The files are those of the shared folder.
struct NationalSheets {
  let path: String
  let declaration: DatasetDeclaration

  /// `counts.sheets` over these sheets.
  func run() throws -> OperationRun {
    try OperationRun(counts, "sheets").giving(path: SharedFolder.data(path), named: path, as: "sheets", declaration)
  }

  private static func contest(_ options: [String]) -> Contest {
    Contest("president", rule: .twoRound, options: options.map { .init($0, name: Text($0)) })
  }

  static let indonesia = NationalSheets(
    path: "indonesia2019/tps_open.csv.gz",
    declaration: DatasetDeclaration(
      contest: contest(["c1", "c2"]), track: .official, areas: ["province", "regency", "district", "village"],
      format: CSVFormat(missing: ["-1"]),
      columns: [
        "sheet": ["village_id", "tps"], "registered": ["reg_m", "reg_f"], "cast": "kpu_total", "valid": "kpu_valid",
        "null": "kpu_invalid", "votes_c1": "kpu_c1", "votes_c2": "kpu_c2",
      ], expected: Expectation(rows: 318_658)))

  static let bolivia = NationalSheets(
    path: "bolivia2019/final_computo.csv.gz",
    declaration: DatasetDeclaration(
      contest: contest(["cc", "fpv", "mts", "ucs", "mas", "f21", "pdc", "mnr", "pan"]), track: .official,
      areas: ["country", "department", "province", "municipality", "locality", "place"],
      format: CSVFormat(encoding: .utf8WithMark),
      columns: [
        "sheet": "Número Mesa", "country": "País", "department": "Departamento", "province": "Provincia",
        "municipality": "Municipio", "locality": "Localidad", "place": "Recinto", "registered": "Inscritos",
        "blank": "Blancos", "null": "Nulos", "votes_cc": "CC", "votes_fpv": "FPV", "votes_mts": "MTS",
        "votes_ucs": "UCS", "votes_mas": "MAS - IPSP", "votes_f21": "21F", "votes_pdc": "PDC", "votes_mnr": "MNR",
        "votes_pan": "PAN-BOL",
      ], expected: Expectation(rows: 34_555)))

  /// Precinct numbers stand twice in some communes, so that nothing but its place names a row.
  static let albania = NationalSheets(
    path: "albania2013/Albania2013.csv.gz",
    declaration: DatasetDeclaration(
      contest: contest(["c050", "c051"]), track: .official, areas: ["prefecture", "commune"],
      columns: [
        "sheet": .rowNumber, "prefecture": "Prefectures", "commune": "Communes",
        "registered": "Registered", "issued": "Ballots", "cast": "Ballots", "votes_c050": "C050", "votes_c051": "C051",
      ], expected: Expectation(rows: 5508)))

  /// The Russian elections of 2012 and 2018; two options are enough for their arithmetic.
  static func russia(_ year: Int) -> NationalSheets {
    NationalSheets(
      path: "russia/\(year).csv.gz",
      declaration: DatasetDeclaration(
        contest: contest(["first", "second"]), track: .official, areas: ["region"],
        columns: [
          "sheet": ["region", "tik", "uik"], "registered": "Число избирателей, включенных в список избирателей",
          "issued": ColumnSource(issued), "cast": ColumnSource(boxes), "valid": ColumnSource([boxes[1]]),
          "null": ColumnSource([boxes[0]]), "votes_first": "Путин Владимир Владимирович",
          "votes_second": year == 2012 ? "Зюганов Геннадий Андреевич" : "Грудинин Павел Николаевич",
        ]))
  }

  /// The Russian election of 2021; the 18 rows of votes cast online have no station.
  static let russia2021 = NationalSheets(
    path: "russia/2021.csv.gz",
    declaration: DatasetDeclaration(
      contest: contest(["first", "second"]), track: .official, areas: ["region"],
      columns: [
        "sheet": ColumnSource(["level", "region", "oik", "tik", "uik"], empty: "online"),
        "registered": "Число избирателей, внесенных в список избирателей на момент окончания голосования",
        "issued": ColumnSource(issued), "cast": ColumnSource(boxes), "valid": ColumnSource([boxes[1]]),
        "null": ColumnSource([boxes[0]]), "votes_first": #"5. Всероссийская политическая партия "ЕДИНАЯ РОССИЯ""#,
        "votes_second": #"1. Политическая партия "КОММУНИСТИЧЕСКАЯ ПАРТИЯ РОССИЙСКОЙ ФЕДЕРАЦИИ""#,
      ], expected: Expectation(rows: 96_325)))

  private static let boxes = [
    "Число недействительных избирательных бюллетеней", "Число действительных избирательных бюллетеней",
  ]
  private static let issued = [
    "избирателям, проголосовавшим досрочно", "в помещении для голосования в день голосования",
    "вне помещения для голосования в день голосования",
  ].map { "Число избирательных бюллетеней, выданных " + $0 }
}
