public import Datasets
public import Diagnostics
import Language
import Tables
public import Times

/// Reads CSV text as a kind of dataset, the way the host does it.
public struct KindSample {
  /// The contest of kinds that need one: `amapola` and `bromelia` in `president`.
  public var contest = Contest(
    "president", rule: .plurality,
    options: [.init("amapola", name: Text("Amapola")), .init("bromelia", name: Text("Bromelia"))])
  /// The zone in which bare days are read.
  public let zone: Zone

  /// Samples in the zone named `zone`.
  public init(zone: String = "America/Tegucigalpa") {
    guard let it = Zone(zone) else { preconditionFailure("there is no zone '\(zone)'") }
    self.zone = it
  }

  /// The dataset that `text` holds, restricted to what was public at `asOf`.
  public func read<Content>(
    _ kind: DatasetKind<Content>, _ text: String, asOf: Instant? = nil
  ) throws(DiagnosticsError) -> Content {
    guard let content = try loaded(kind, text, asOf: asOf).content as? Content else {
      preconditionFailure("a kind gives its own content")
    }
    return content
  }

  /// The dataset that `text` holds, as operations and the host get it.
  public func loaded<Content>(
    _ kind: DatasetKind<Content>, _ text: String, asOf: Instant? = nil
  ) throws(DiagnosticsError) -> LoadedDataset {
    let contest = kind.takes.contains(.contest) ? contest : nil
    let table = try kind.reader(for: contest, dataset: kind.id).read(Array(text.utf8), name: "data/\(kind.id).csv")
    var source = DatasetSource(
      dataset: kind.id, file: "data/\(kind.id).csv", table: table, contest: contest, zone: zone)
    if let asOf { source = kind.known(source, at: asOf) }
    return LoadedDataset(source, kind: kind, content: try kind.content(of: source))
  }

  /// What a second reader would ask about the rows of `text`, for an election on 26 November 2017.
  public func doubts<Content>(_ kind: DatasetKind<Content>, _ text: String) throws(DiagnosticsError) -> [Doubt] {
    guard let day = Day(iso: "2017-11-26") else { preconditionFailure("a day of the calendar") }
    return try loaded(kind, text).doubts(electionDay: day)
  }

  /// What is wrong with the rows of `text`.
  public func problems<Content>(_ kind: DatasetKind<Content>, _ text: String) -> [Diagnostic] {
    do throws(DiagnosticsError) {
      _ = try read(kind, text)
      return []
    } catch {
      return error.all
    }
  }
}
