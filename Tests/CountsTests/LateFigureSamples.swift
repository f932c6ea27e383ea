import Charts
import ModuleKit

@testable import Counts

/// Data of the figures of late votes, with numbers like those of a real count and with the hardest ones.
enum LateFigureSamples {
  static let caption = Caption(
    title: Text(en: "Why late votes differ", es: "Por qué difieren los votos tardíos"),
    takeaway: Text(en: "Finer areas explain more of fewer votes.", es: "Las áreas finas explican más de menos votos."))

  static func ladder(signs: Double = 1) -> ShiftLadder {
    let rows = [
      ("department", 2.71, 13.87, 0.19, 0.3), ("province", 6.93, 9.78, 0.06, 0.4),
      ("municipality", 9.61, 7.6, -0.44, 0.4),
      ("locality", 12.32, 6.45, -2.01, 13.4), ("place", 12.5, 0.22, 4.05, 15.7),
    ]
    return ShiftLadder(
      levels: rows.map { name, composition, within, remainder, uncovered in
        .init(
          name: Text(name), composition: signs * composition, within: signs * within, remainder: signs * remainder,
          uncovered: uncovered)
      })
  }

  static let jumps = JumpGrid(
    rows: [2, 5, 10, 15, 20].enumerated().map { place, bandwidth in
      let half = 4 - 0.6 * Double(place)
      return .init(
        bandwidth: bandwidth, jump: 1.2 - Double(place) / 2,
        interval: 1.2 - Double(place) / 2 - half...1.2 - Double(place) / 2 + half,
        placebos: bandwidth > 15 ? nil : -2 - half...half)
    })
}
