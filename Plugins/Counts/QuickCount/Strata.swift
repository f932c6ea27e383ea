public import ModuleKit

/// The strata of a sample's design, and how much each holds: the frame that the sample was drawn from.
public struct Strata: Sendable {
  /// One stratum.
  public struct Stratum: Sendable, Equatable {
    /// Its name, as the sheets of the sample have it.
    public var name: String
    /// The stations that it holds.
    public var stations: Int
    /// The units that it holds where stations are not drawn one by one, such as polling places.
    public var clusters: Int?
  }

  /// Where they come from.
  public let source: DatasetSource
  /// The strata, in the order of the file.
  public let all: [Stratum]

  /// All strata as evidence.
  public var evidence: Evidence {
    Evidence(dataset: source.dataset, rows: [], sources: [source.sourceKey], basis: .reported)
  }
}

extension DatasetKind where Content == Strata {
  /// The strata of a sample's design, one a row.
  public static var strata: Self {
    DatasetKind(
      "strata", "the strata that a sample was drawn from, one a row",
      columns: [
        KindColumn("stratum", .text, role: .key, "the stratum, as the sheets of the sample name it"),
        KindColumn("stations", .integer(least: 0), role: .required, "the stations that it holds"),
        KindColumn("clusters", .integer(least: 0), "the units that it holds, where places were drawn whole"),
      ] + Provenance.publicationColumns
    ) { source throws(DiagnosticsError) in
      let table = source.table
      let names = table.textColumn("stratum")
      let (stations, clusters) = (table.integerColumn("stations"), table.integerColumn("clusters"))
      let all = (0..<table.rowCount).map { row in
        Strata.Stratum(
          name: names?[row] ?? "", stations: Int(stations?[row] ?? 0), clusters: clusters?[row].map { Int($0) })
      }
      let problems = all.enumerated().filter { ($1.clusters ?? 0) > $1.stations }.map { row, stratum in
        source.problem(
          .partExceedsWhole(part: "clusters", whole: "stations"), row: row, field: "clusters",
          value: "\(stratum.clusters ?? 0)")
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return Strata(source: source, all: all)
    }
  }
}
