import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// Real results, which stand in the shared folder.
struct RealElection: Sendable, CustomTestStringConvertible {
  let path: String
  let vectors: String
  let areas: [String]
  /// What stands under the kind's columns in the file.
  let columns: [String: ColumnSource]
  var format = CSVFormat()

  var testDescription: String { path }

  static let contest = Contest(
    "contest", rule: .plurality,
    options: [
      .init("other", name: Text(en: "another option", es: "otra opción")),
      .init("leader", name: Text(en: "the leading option", es: "la opción más votada")),
    ])

  /// The dataset, read as the workspace would declare it.
  func dataset() throws -> LoadedDataset {
    let run = try OperationRun(counts, "screen", zone: try #require(Zone("Europe/Moscow"))).giving(
      path: SharedFolder.data(path), named: path, as: "sheets",
      DatasetDeclaration(contest: Self.contest, areas: areas, format: format, columns: columns))
    return try #require(run.datasets["sheets"])
  }

  func sheets() throws -> Sheets { try #require(try dataset().content as? Sheets) }

  /// The stations of all rows, by the same mapping, read without the kind.
  func sample() throws -> ScreeningSample {
    let names = ["registered", "issued", "cast", "votes_leader"].map { columns[$0]?.columns ?? [] }
    var reader = CSVReader(columns: Set(names.joined()).sorted().map { ColumnSpec($0, .integer) })
    reader.isForeign = true
    let table = try reader.read(path: SharedFolder.data(path))
    let sums = try names.map { names in
      try names.map(table.integers).reduce([Int](repeating: 0, count: table.rowCount)) { sums, column in
        zip(sums, column.values).map { $0 + Int($1) }
      }
    }
    return ScreeningSample(
      (0..<table.rowCount).map {
        StationCounts(registered: sums[0][$0], given: sums[1][$0], received: sums[2][$0], leader: sums[3][$0])
      })
  }

  func battery() throws -> Battery {
    struct File: Decodable { let battery: Battery }
    return try SharedFolder.decode(File.self, from: vectors).battery
  }

  /// The reference values of `vectors/counts`, printed to nine decimals.
  struct Battery: Decodable {
    struct Quantity: Decodable {
      let second_digit_n: Int, second_digit_mean: Double, second_digit_counts: [Int], second_digit_chi2: Double
      let benford2_mean_expected, last_digit_mean: Double, last_digit_counts: [Int], last_digit_chi2: Double
      let last_digit_counts_ge100: [Int], last_digit_chi2_ge100: Double
      let C05s, P05s, skewness, kurtosis_pearson, dip, dip_p_interp: Double
    }
    struct Line: Decodable { let slope, intercept: Double, eft_sobyanin: Double? }
    struct Arithmetic: Decodable { let zero_registered, zero_received: Int }
    let stations, registered, given, received: Int
    let leader, turnout: Quantity
    let turnout_pct, leader_pct: Double
    let arithmetic: Arithmetic
    let corr_turnout_share_pearson, corr_spearman, corr_weighted_by_registered: Double
    let ols_share_on_turnout: Line
    let sobyanin_sukhovolsky_votes_per_registered_on_turnout: Line
  }
}

extension RealElection {
  static let all = [russia2012, russia2018, russia2021, albania2013]

  static let russia2012 = russia(
    2012, areas: ["region", "tik"], registered: "Число избирателей, включенных в список избирателей",
    leader: "Путин Владимир Владимирович", other: "Зюганов Геннадий Андреевич")

  static let russia2018 = russia(
    2018, areas: ["region", "tik"], registered: "Число избирателей, включенных в список избирателей",
    leader: "Путин Владимир Владимирович", other: "Грудинин Павел Николаевич")

  static let russia2021 = russia(
    2021, areas: ["region", "oik", "tik"],
    registered: "Число избирателей, внесенных в список избирателей на момент окончания голосования",
    leader: "5. Всероссийская политическая партия \"ЕДИНАЯ РОССИЯ\"",
    other: "1. Политическая партия \"КОММУНИСТИЧЕСКАЯ ПАРТИЯ РОССИЙСКОЙ ФЕДЕРАЦИИ\"")

  static let albania2013 = RealElection(
    path: "albania2013/Albania2013.csv.gz", vectors: "vectors/counts/albania_2013_C050.json",
    areas: [],
    columns: [
      "registered": "Registered", "issued": "Ballots", "cast": "Ballots", "votes_leader": "C050",
    ])

  private static func russia(
    _ year: Int, areas: [String], registered: String, leader: String, other: String
  ) -> RealElection {
    var columns: [String: ColumnSource] = [
      "sheet": ColumnSource(areas + ["uik"], empty: "online"), "registered": ColumnSource([registered]),
      "issued": [
        "Число избирательных бюллетеней, выданных избирателям, проголосовавшим досрочно",
        "Число избирательных бюллетеней, выданных в помещении для голосования в день голосования",
        "Число избирательных бюллетеней, выданных вне помещения для голосования в день голосования",
      ],
      "cast": [
        "Число недействительных избирательных бюллетеней", "Число действительных избирательных бюллетеней",
      ],
      "votes_leader": ColumnSource([leader]), "votes_other": ColumnSource([other]),
    ]
    for area in areas { columns[area] = ColumnSource([area]) }
    return RealElection(
      path: "russia/\(year).csv.gz", vectors: "vectors/counts/russia_\(year)_forensics.json", areas: areas,
      columns: columns)
  }
}
