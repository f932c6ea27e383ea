import ModuleKit

/// Contests and files for tests.
enum Samples {
  static let honduras = Contest(
    "president", rule: .plurality,
    options: [
      .init("hernandez", name: Text("Juan Orlando Hernández"), party: Text("Partido Nacional")),
      .init("nasralla", name: Text("Salvador Nasralla"), party: Text("Alianza de Oposición")),
    ])
  static let bulletins = "Workspaces/honduras_2017/data/bulletins.csv"
  static let sources = "Workspaces/honduras_2017/data/sources.csv"

  /// Two options of a made-up contest.
  static let contest = Contest(
    "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])
  /// Three of them.
  static let threeWay = Contest(
    "council", rule: .plurality, options: contest.options + [.init("ash", name: Text("Ash"))])

  /// A file of bulletins: the lines hold the named columns; the source is always the same.
  static func bulletins(_ columns: String, _ rows: String...) -> String { bulletins(columns, rows) }

  static func bulletins(_ columns: String, _ rows: [String]) -> String {
    "source,source_en,source_es,\(columns)\n" + rows.map { "court,the court,el tribunal,\($0)\n" }.joined()
  }
}
