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
    let contest = kind.takes.contains(.contest) ? contest : nil
    let table = try kind.reader(for: contest, dataset: kind.id).read(Array(text.utf8), name: "data/\(kind.id).csv")
    var source = DatasetSource(
      dataset: kind.id, file: "data/\(kind.id).csv", table: table, contest: contest, zone: zone)
    if let asOf { source = kind.known(source, at: asOf) }
    let content = try kind.content(of: source)
    guard let content = content as? Content else { preconditionFailure("a kind gives its own content") }
    return content
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
