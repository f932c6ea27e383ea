import Diagnostics
public import Tables

/// The polling stations there are, or those drawn for a sample: a list against which sheets are held.
public struct Stations: Sendable {
  /// Where it comes from.
  public let source: DatasetSource
  /// The number of stations.
  public let count: Int
  /// The key of each station: that of its sheet, unless sheets name their station apart.
  public let keys: TextColumn
  /// The sampling stratum of each station.
  public let strata: TextColumn
  /// The areas of the stations.
  public let areas: Areas
  /// Registered voters.
  public let registered: Column<Int64>

  /// The whole list as evidence.
  public var evidence: Evidence {
    Evidence(dataset: source.dataset, rows: [], sources: [source.sourceKey], basis: .reported)
  }
}

extension DatasetKind where Content == Stations {
  /// Polling stations, one a row.
  public static var stations: Self {
    DatasetKind("stations", "polling stations: all there are, or those drawn for a sample", takes: [.areas]) {
      [KindColumn("station", .text, role: .key, "the station's key: that of its sheet, where sheets name no station")]
        + AreaColumns.columns($0.areas)
        + [
          KindColumn("stratum", .text, "the sampling stratum"),
          KindColumn("registered", .integer(least: 0), "registered voters"),
        ] + Provenance.publicationColumns
    } load: { source throws(DiagnosticsError) in
      let table = source.table
      let count = table.rowCount
      let problems = source.publicationProblems()
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return Stations(
        source: source, count: count, keys: table.textColumn("station") ?? TextColumn(missing: count),
        strata: table.textColumn("stratum") ?? TextColumn(missing: count),
        areas: Areas(source.declaration.areas, in: table),
        registered: table.integerColumn("registered") ?? Column(missing: count, zero: 0))
    }
  }
}
