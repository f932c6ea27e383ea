public import Language
public import Times

extension Axis {
  /// An axis of local time over whole days that hold all of `times`.
  ///
  /// Days on which nothing happens, where there are two or more on end, are left out: a break shows where, and the
  /// title says so. Every day keeps its length, so that hours compare across breaks. The longest such stretches make
  /// the breaks, `mostBreaks` at most: with more, little but breaks would be left.
  ///
  /// - Parameters:
  ///   - times: what must be seen; at least one.
  ///   - offset: what clocks are ahead of UTC, in seconds.
  ///   - width: how wide the axis will be, in units of the figure: ``Panel/width(besides:)``. It decides how many labels
  ///     there are.
  ///   - emptyDays: what the title calls the days that are left out: `days without a bulletin`.
  public static func time(
    _ times: [ClosedRange<Instant>], offset: Int, width: Double, leavingOut emptyDays: Text
  ) -> Axis {
    let days = stretches(of: times, offset: offset)
    let count = days.reduce(0) { $0 + $1.count }
    let room = (width - Scale.gap * Double(days.count - 1)) / Double(count)
    let zone = Text { $0.offset(offset) }
    let breaks = days.count > 1
    return Axis(
      title: Text(
        en: "Local time (\(zone.en))" + (breaks ? "; \(emptyDays.en) are left out at the breaks" : ""),
        es: "Hora local (\(zone.es))" + (breaks ? "; los cortes omiten \(emptyDays.es)" : "")),
      stretches: days.map { start(of: $0.lowerBound, offset)...start(of: $0.upperBound, offset) },
      ticks: days.flatMap { ticks(of: $0, offset: offset, room: room) })
  }

  private static let mostBreaks = 3

  /// An instant as a value of the axis: seconds since 1970.
  public static func value(_ instant: Instant) -> Double { Double(instant.seconds) + Double(instant.nanoseconds) / 1e9 }

  /// Local midnight as a value of the axis.
  private static func start(of day: Int, _ offset: Int) -> Double { Double(day * 86_400 - offset) }

  /// Runs of local days, as ordinals: from the first up to, not including, the last.
  private static func stretches(of times: [ClosedRange<Instant>], offset: Int) -> [Range<Int>] {
    var days: [Range<Int>] = []
    for time in times.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      let first = ClockTime(time.lowerBound, offset: offset).day.ordinal
      let last = ClockTime(time.upperBound, offset: offset)
      // A time that ends at midnight ends with the day before.
      let endsAtMidnight = (last.hour, last.minute, last.second) == (0, 0, 0)
      let end = max(endsAtMidnight ? last.day.ordinal : last.day.ordinal + 1, first + 1)
      if let run = days.last, first <= run.upperBound + 1 {
        days[days.count - 1] = run.lowerBound..<max(run.upperBound, end)
      } else {
        days.append(first..<end)
      }
    }
    let gaps = zip(days, days.dropFirst()).map { $1.lowerBound - $0.upperBound }
    let longest = Set(gaps.indices.sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }.prefix(mostBreaks))
    return days.indices.reduce(into: []) { kept, index in
      if let run = kept.last, !longest.contains(index - 1) {
        kept[kept.count - 1] = run.lowerBound..<days[index].upperBound
      } else {
        kept.append(days[index])
      }
    }
  }

  /// Lines at midnight, the day's name below its noon, and as many hours as `room`, the width of a day, allows.
  private static func ticks(of days: Range<Int>, offset: Int, room: Double) -> [Tick] {
    let hours = [1, 2, 3, 6].first { room * Double($0) >= 24 * 46 }
    let every = max(Int((58 / room).rounded(.up)), 1)
    var ticks = [Tick(start(of: days.upperBound, offset), hasLine: true)]
    for day in stride(from: days.lowerBound, to: days.upperBound, by: every) {
      let midnight = start(of: day, offset)
      let name = Text { $0.shortDay(Day(ordinal: day)) }
      ticks.append(Tick(midnight, hasLine: true))
      if let hours {
        for hour in stride(from: 0, to: 24, by: hours) {
          let clock = ClockTime(Instant(seconds: Int64(hour) * 3600), offset: 0).clock
          ticks.append(Tick(midnight + Double(hour) * 3600, Text(clock), detail: hour == 12 ? name : nil))
        }
      } else if room >= 46 {
        for hour in [6.0, 18] { ticks.append(Tick(midnight + hour * 3600)) }
        ticks.append(Tick(midnight + 43_200, Text("12:00"), detail: name))
      } else {
        ticks.append(Tick(midnight + 43_200, name))
      }
    }
    return ticks
  }
}
