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
    Evidence(dataset: source.dataset, rows: [], citations: [source.citation], basis: .reported)
  }
}

/// The fields of polling stations.
private struct StationFields: RowFields {
  let station = Field<String>(
    "station", role: .key, "the station's key: that of its sheet, where sheets name no station",
    heads: StationHeads.all)
  let areas: [Field<String>]
  let stratum = Field<String>.stratum
  let registered = Field<Int>.registered
  let publication = PublicationFields()

  init(_ declaration: DatasetDeclaration) { areas = Field.areas(of: declaration) }
}

extension DatasetKind where Content == Stations {
  /// Polling stations, one a row.
  public static var stations: Self {
    DatasetKind(
      "stations", "polling stations: all there are, or those drawn for a sample", takes: [.areas],
      fields: StationFields.init
    ) { source, fields in
      Stations(
        source: source, count: source.table.rowCount, keys: fields.station.values, strata: fields.stratum.values,
        areas: Areas(fields.areas), registered: fields.registered.values)
    }
  }
}
