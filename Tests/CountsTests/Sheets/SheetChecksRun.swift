import ModuleKit
import Testing

@testable import Counts

/// Runs `counts.sheets` as the host does, on datasets given as lines of CSV by the input that they are.
struct SheetChecksRun {
  static let contest = Contest(
    "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])

  var contest = SheetChecksRun.contest
  var parameters: [String: Value] = [:]

  /// The outcome for datasets of `slots`; those that have a column `region` have it as their area.
  func outcome(_ slots: KeyValuePairs<String, String>) async throws -> Outcome {
    var request = Request("sheets")
    for (slot, csv) in slots { request.inputs[slot] = try dataset(slot, csv) }
    return try await outcome(request)
  }

  func outcome(_ request: Request) async throws -> Outcome {
    var request = request
    request.parameters = parameters
    let day = try #require(Day(iso: "2017-11-26"))
    let mission = Mission(
      id: "test", title: Text("Test"), electionDay: day, zone: try Self.zone(), languages: [.english, .spanish],
      notice: nil)
    return try await counts.run(request, Context(mission: mission))
  }

  func dataset(_ slot: String, _ csv: String) throws -> LoadedDataset {
    let kind = Self.kind(slot)
    let columns = csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let declaration = DatasetDeclaration(
      contest: kind.takes.contains(.contest) ? contest : nil, track: kind.takes.contains(.track) ? .official : nil,
      areas: columns.contains("region") ? ["region"] : [])
    let table = try kind.reader(for: declaration, dataset: slot).read(Array((csv + "\n").utf8), name: "\(slot).csv")
    let source = DatasetSource(
      dataset: slot, file: "\(slot).csv", table: table, declaration: declaration, zone: try Self.zone())
    return LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  static func kind(_ slot: String) -> any AnyDatasetKind {
    switch slot {
    case "stations": DatasetKind.stations
    case "totals": DatasetKind.areaTotals
    default: DatasetKind.sheets
    }
  }

  static func zone() throws -> Zone { try #require(Zone("America/Tegucigalpa")) }
}
