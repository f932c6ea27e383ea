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
    Evidence(dataset: source.dataset, rows: [], citations: [source.citation], basis: .reported)
  }
}

/// The fields of strata.
private struct StratumFields: RowFields {
  let stratum = Field<String>("stratum", role: .key, "the stratum, as the sheets of the sample name it")
  let stations = Field<Int>("stations", least: 0, role: .required, "the stations that it holds")
  let clusters = Field<Int>("clusters", least: 0, "the units that it holds, where places were drawn whole")
  let publication = PublicationFields()
}

extension DatasetKind where Content == Strata {
  /// The strata of a sample's design, one a row.
  public static var strata: Self {
    DatasetKind("strata", "the strata that a sample was drawn from, one a row") { _ in
      StratumFields()
    } load: { source, fields throws(DiagnosticsError) in
      let all = (0..<source.table.rowCount).map { row in
        Strata.Stratum(
          name: fields.stratum[row] ?? "", stations: fields.stations[row] ?? 0, clusters: fields.clusters[row])
      }
      let problems = all.indices.filter { (all[$0].clusters ?? 0) > all[$0].stations }.map { row in
        source.problem(
          .partExceedsWhole(part: fields.clusters.name, whole: fields.stations.name), row: row, of: fields.clusters)
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return Strata(source: source, all: all)
    }
  }
}
