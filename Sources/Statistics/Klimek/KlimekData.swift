/// What the stations of an election say about the model of Klimek et al. 2012 before anything is fitted.
///
/// As in the paper the peaks are taken from the side that added ballots do not reach: each mode is where the stations
/// below 99 % are densest, smoothed by 2 points of percent; each deviation is that of the stations below the mode. The
/// width θ is that of the shares above the mode.
public struct KlimekData: Sendable, Hashable {
  /// The model without its three fractions.
  public let model: KlimekModel
  /// The stations that were used.
  public let stations: Int
  /// How many of them have a share in each point of percent; a share of 1 belongs to the last.
  public let histogram: [Int]

  /// The fewest stations that show a shape.
  public static let fewestStations = 100

  /// Whether a station can be used: at least 100 registered, some ballots received, no more given than registered and
  /// no more votes than ballots.
  public static func canUse(_ station: StationCounts) -> Bool {
    station.registered >= 100 && station.received > 0 && (0...station.registered).contains(station.given)
      && (0...station.received).contains(station.leader)
  }

  /// The data of the stations that can be used. Nil where too few are left, or where all are alike.
  public init?(_ stations: some Sequence<StationCounts>) {
    let used = stations.filter(Self.canUse)
    guard used.count >= Self.fewestStations else { return nil }
    let turnouts = used.map { Double($0.given) / Double($0.registered) }
    let shares = used.map { Double($0.leader) / Double($0.received) }
    let (turnoutMode, shareMode) = (Self.mode(turnouts), Self.mode(shares))
    guard let turnoutBelow = Self.width(turnouts.filter { $0 < turnoutMode }, around: turnoutMode),
      let shareBelow = Self.width(shares.filter { $0 < shareMode }, around: shareMode),
      let shareAbove = Self.width(shares.filter { $0 > shareMode }, around: shareMode)
    else { return nil }
    model = KlimekModel(
      turnout: .init(mode: turnoutMode, deviation: turnoutBelow),
      share: .init(mode: shareMode, deviation: shareBelow), theta: shareAbove)
    self.stations = used.count
    var histogram = [Int](repeating: 0, count: 100)
    for share in shares { histogram[min(Int(share * 100), 99)] += 1 }
    self.histogram = histogram
  }

  /// The middle of the tenth of a point at which the smoothed shares below 99 % are densest, the first of equals.
  private static func mode(_ values: [Double]) -> Double {
    var counts = [Double](repeating: 0, count: 1000)
    for value in values where value < 0.99 { counts[Int(value * 1000)] += 1 }
    // A normal kernel of 2 points, cut off at four times that.
    let weights = (0...80).map { StandardNormal.density(Double($0) / 20) }
    var (best, densest) = (0, -1.0)
    for place in counts.indices {
      let near = max(0, place - 80)...min(999, place + 80)
      let density = near.reduce(0.0) { $0 + weights[abs($1 - place)] * counts[$1] }
      if density > densest { (best, densest) = (place, density) }
    }
    return (Double(best) + 0.5) / 1000
  }

  /// The root of the mean square distance; nil where there is none.
  private static func width(_ values: [Double], around mode: Double) -> Double? {
    let sum = values.reduce(0) { $0 + ($1 - mode) * ($1 - mode) }
    return sum > 0 ? (sum / Double(values.count)).squareRoot() : nil
  }
}
