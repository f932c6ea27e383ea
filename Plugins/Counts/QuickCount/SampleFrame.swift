import ModuleKit

/// What a sample was drawn from: the strata, and how many stations and units to draw each holds.
struct SampleFrame {
  /// The names of the strata.
  private(set) var names: [String] = []
  /// By stratum, the stations that it holds.
  private(set) var stations: [Int] = []
  /// By stratum, the units that it holds: stations, or clusters of them.
  private(set) var units: [Int] = []
  private var numbers: [String: Int] = [:]

  /// The frame that a list of strata is; `isClustered` where clusters were drawn, not stations.
  init(_ strata: Strata, isClustered: Bool) throws(DiagnosticsError) {
    for stratum in strata.all {
      let units = isClustered ? stratum.clusters : stratum.stations
      guard let units else {
        throw DiagnosticsError(CountsMessage.noClusters(stratum.name, dataset: strata.source.dataset))
      }
      let number = number(adding: stratum.name)
      stations[number] = stratum.stations
      self.units[number] = units
    }
    guard total > 0 else { throw DiagnosticsError(CountsMessage.emptyFrame(strata.source.dataset)) }
  }

  /// The frame that a list of all stations is; `cluster` is the area level whose units were drawn.
  init(_ list: Stations, cluster: String?) throws(DiagnosticsError) {
    let level = try CountsParameter.level(cluster, "cluster", in: list.areas, of: list.source)
    var seen: Set<Cluster> = []
    for row in 0..<list.count {
      let number = number(adding: list.strata[row] ?? "")
      stations[number] += 1
      if let level {
        guard seen.insert(Cluster(stratum: number, unit: list.areas.unit(level, row))).inserted else { continue }
      }
      units[number] += 1
    }
    guard total > 0 else { throw DiagnosticsError(CountsMessage.emptyFrame(list.source.dataset)) }
  }

  private struct Cluster: Hashable { let stratum, unit: Int }

  private mutating func number(adding name: String) -> Int {
    if let number = numbers[name] { return number }
    let number = names.count
    numbers[name] = number
    names.append(name)
    stations.append(0)
    units.append(0)
    return number
  }

  /// All stations.
  var total: Int { stations.reduce(0, +) }

  /// The stratum called `name`; the only one there is where no name is given.
  func stratum(_ name: String?) -> Int? { numbers[name ?? ""] ?? (name == nil && names.count == 1 ? 0 : nil) }
}
