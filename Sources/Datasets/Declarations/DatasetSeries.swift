internal import Schema
public import Times

/// What a workspace says of files that are one thing at successive moments: exports of a count, captures of a page.
///
/// The moment of each file stands in its name.
public struct DatasetSeries: Sendable, Equatable {
  /// The part of the file's name that is the moment (``NamePattern``).
  public var pattern: String
  /// How it is written.
  public var time: TimeNotation
  /// The zones by whose clock it can be; the mission's where empty. Of two, the moment is between the one and the other.
  public var zones: [Zone]

  /// A series of files whose moments `pattern` takes of their names.
  public init(pattern: String, time: TimeNotation, zones: [Zone] = []) {
    (self.pattern, self.time, self.zones) = (pattern, time, zones)
  }

  /// The series as keys of results hold it.
  var document: Value {
    [
      "pattern": .string(pattern), "time": .string(time.name), "zones": .list(zones.map { .string($0.identifier) }),
    ]
  }
}

/// A file of a series, and when it was made, at the earliest and at the latest.
struct SeriesFile {
  /// The file's place among those that the workspace names.
  let index: Int
  let name: String
  let from, to: Instant
}
