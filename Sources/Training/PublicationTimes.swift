internal import Statistics

/// When the sheets of a simulated election are published: towns first, a silence in the night, the country late.
enum PublicationTimes {
  /// Election day, 4 May 2031, at 17:00 UTC: the polls close.
  static let close: Int64 = 1_935_680_400
  /// The silence: nothing is published from 02:00 to 11:40 of the next day.
  static let silence = (from: at(hours: 9), to: at(hours: 9) + 580 * 60)
  /// How long it is seen to last: from its first minute to the end of the first five minutes with a sheet.
  static let silenceHours = "9.75"
  /// The published file is renewed every five minutes.
  static let snapshot: Int64 = 300

  /// The second `hours` after the close.
  static func at(hours: Int64) -> Int64 { close + hours * 3600 }

  /// How long the first sheets of a place take, in seconds: 1.5 to 7.5 hours in a town; 2 to 16 in the country, where
  /// the shorter times are likelier.
  static func delay(ofPlace isUrban: Bool, _ random: inout SplitMix64) -> Double {
    let u = random.uniform()
    return 3600 * (isUrban ? 1.5 + 6 * u : 2 + 14 * u * u)
  }

  /// How much longer a sheet takes than the first ones of its place, in seconds: up to 5 hours, mostly less.
  static func delayOfSheet(_ random: inout SplitMix64) -> Double {
    let u = random.uniform()
    return 3600 * 5 * u * u
  }

  /// The end of the five minutes in which a sheet is published that takes `delay` seconds; the silence stops the clock.
  static func published(after delay: Double) -> Int64 {
    var time = close + Int64(delay)
    if time > silence.from { time += silence.to - silence.from }
    return (time + snapshot - 1) / snapshot * snapshot
  }
}
