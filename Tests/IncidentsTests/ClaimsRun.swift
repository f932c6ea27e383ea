import Incidents
import ModuleKit
import TestSupport
import Testing

extension OperationRun {
  static let casualties = OperationRun(incidents, "casualties")

  /// What was known by the end of the day `day`.
  func known(by day: String) throws -> OperationRun {
    let next = Day(ordinal: try #require(Day(iso: day)).ordinal + 1)
    return known(at: Instant(seconds: Self.zone.start(of: next).seconds - 1))
  }
}

/// One row of the table of claims.
struct Row: Equatable {
  var id: String
  var source: String
  var published: String
  var from = "2017-11-26"
  var to = "2017-12-31"
  var measure = "killed"
  var population = ""
  var qualifier = ""
  var value: String

  static func csv(_ rows: [Row]) -> String {
    let header = "id,source,source_en,source_es,published,period_from,period_to,measure,population,qualifier,value\n"
    return header
      + rows.map { row in
        [
          row.id, row.source, "the \(row.source)", "la \(row.source)", row.published, row.from, row.to, row.measure,
          row.population, row.qualifier, row.value,
        ].joined(separator: ",") + "\n"
      }.joined()
  }
}

extension Outcome {
  /// The keys of the claims of `measure` that the table puts to the use `use`, in byte order.
  func claims(_ use: String, _ measure: String = "killed") throws -> [String] {
    let table = try #require(tables["claims"])
    let (ids, measures, uses) = (try table.texts("claim"), try table.texts("measure"), try table.texts("use"))
    return (0..<table.rowCount).filter { uses[$0] == use && measures[$0] == measure }.compactMap { ids[$0] }.sorted()
  }
}

extension SharedFolder {
  /// The 26 claims; how their dates are known is written there in free words.
  static func claims() throws -> String {
    let text = String(decoding: try bytes("data/incidents/honduras_2017_claims.csv"), as: UTF8.self)
    let inferred = ["\"approximate (AFP, early January 2018)\"", "approximate", "inferred from weekday in text"]
    return inferred.reduce(text) { $0.replacing(",\($1),", with: ",inferred,") }
  }
}
