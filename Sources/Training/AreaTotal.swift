/// What is published of a region as a whole.
public struct AreaTotal: Sendable, Equatable {
  /// The number of sheets, and the sums of their figures.
  public var sheets, registered, cast, valid, blank, null: Int64
  /// Votes by option, in ballot order.
  public var votes: SIMD4<Int64>

  init() {
    (sheets, registered, cast, valid, blank, null) = (0, 0, 0, 0, 0, 0)
    votes = SIMD4()
  }

  static func += (total: inout AreaTotal, sheet: SimulatedSheet) {
    total.sheets += 1
    total.registered += Int64(sheet.registered)
    total.cast += Int64(sheet.cast)
    total.valid += Int64(sheet.valid)
    total.blank += Int64(sheet.blank)
    total.null += Int64(sheet.null)
    total.votes &+= SIMD4(truncatingIfNeeded: sheet.votes)
  }

  static func += (total: inout AreaTotal, other: AreaTotal) {
    total.sheets += other.sheets
    total.registered += other.registered
    total.cast += other.cast
    total.valid += other.valid
    total.blank += other.blank
    total.null += other.null
    total.votes &+= other.votes
  }

  /// The totals of the regions, in order.
  static func regions(of sheets: [SimulatedSheet], _ territory: Territory) -> [AreaTotal] {
    sheets.reduce(into: territory.regions.map { _ in AreaTotal() }) {
      $0[territory.places[Int($1.place)].region] += $1
    }
  }
}
