import FoundationEssentials
import FoundationInternationalization

/// A time zone of the IANA database, by its identifier.
public struct Zone: Sendable, Hashable {
  /// The identifier, such as `America/Tegucigalpa`.
  public let identifier: String
  private let zone: TimeZone

  /// The zone named `identifier`; nil where the database has none of that name.
  ///
  /// Zones come from ICU's copy of the database, which lives in FoundationInternationalization. A static link drops
  /// that library unless one of its symbols is used, and zones would then be unknown in the installed program only.
  public init?(_ identifier: String) {
    Self.keepICU()
    guard identifier.contains("/") || identifier == "UTC", let zone = TimeZone(identifier: identifier) else {
      return nil
    }
    (self.identifier, self.zone) = (identifier, zone)
  }

  /// Seconds that clocks in this zone are ahead of UTC at `instant`.
  public func offset(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
  }

  /// What clocks in this zone show at `instant`.
  public func clock(at instant: Instant) -> ClockTime { ClockTime(instant, offset: offset(at: instant)) }

  /// The instant at which `day` begins in this zone.
  ///
  /// Where clocks jump over midnight it is the instant at which the day would have begun by the offset before.
  public func start(of day: Day) -> Instant {
    let midnight = Int64(day.ordinal) * 86_400
    func start(_ offset: Int) -> Instant { Instant(seconds: midnight - Int64(offset)) }
    let before = offset(at: Instant(seconds: midnight - 86_400))
    let after = offset(at: Instant(seconds: midnight + 86_400))
    let shown = [start(before), start(after)].filter { offset(at: $0) == Int(midnight - $0.seconds) }
    return shown.min() ?? start(before)
  }

  private static func keepICU() { withExtendedLifetime(Locale.Components(identifier: "en")) {} }
}
