import Foundation

/// A file of tally sheets as a large country might publish it: the same bytes whenever it is made.
///
/// Fifteen columns: a key, three areas that repeat, the finest of them quoted with commas and doubled quotes, eight
/// whole numbers, a decimal number and two date-times, one with its offset from UTC. Some values are missing.
enum SheetsFile {
  static let columns = [
    "sheet", "department", "municipality", "place", "registered", "cast", "valid", "blank", "null", "votes_a",
    "votes_b", "votes_c", "turnout", "received", "published_from",
  ]

  /// Writes `rows` rows to a file at `path`.
  static func write(rows: Int, to path: String) throws {
    var generator = SeededGenerator(2018)
    var file = try TextFile(path)
    try file.write(columns.joined(separator: ",") + "\n")
    var (department, municipality, place) = (0, 0, 0)
    var placeName = ""
    var station = 0
    for row in 0..<rows {
      if station == 0 {
        // The next place, with one to twelve stations.
        station = Int.random(in: 1...12, using: &generator)
        place += 1
        (department, municipality) = (place / 4800, place / 120)
        let school = "\(kinds[place % kinds.count]) \(Int.random(in: 1...99, using: &generator))"
        placeName =
          place % 6 == 0
          ? "\"\(school) \"\"\(saints[place % saints.count])\"\", \(roads[place % roads.count])\""
          : "\"\(school), \(roads[place % roads.count])\""
      }
      station -= 1
      let registered = Int.random(in: 80...400, using: &generator)
      let cast = registered * Int.random(in: 35...95, using: &generator) / 100
      let (blank, null) = (cast * row % 7 / 100, cast * (row % 11) / 200)
      let valid = cast - blank - null
      let a = valid * Int.random(in: 15...65, using: &generator) / 100
      let b = (valid - a) * Int.random(in: 40...90, using: &generator) / 100
      let hundredths = cast * 10_000 / registered
      let received = Int.random(in: 0..<93_600, using: &generator)
      let fields = [
        digits(row, 7), departments[department % departments.count],
        "\(towns[municipality % towns.count]) \(municipality % 40 + 1)", placeName,
        "\(registered)", "\(cast)", "\(valid)", "\(blank)", row % 31 == 0 ? "" : "\(null)", "\(a)", "\(b)",
        row % 47 == 0 ? "" : "\(valid - a - b)", "\(hundredths / 100).\(digits(hundredths % 100, 2))",
        row % 19 == 0 ? "" : dateTime(seconds: 64_800 + received) + "-05:00",
        dateTime(seconds: 83_100 + received) + "Z",
      ]
      try file.write(fields.joined(separator: ",") + "\n")
    }
    try file.close()
  }

  private static let departments = [
    "Azuay", "Ica", "Loreto", "Lima", "Manabí", "Napo", "Paz", "Puno", "Tacna", "Valle",
  ]
  private static let kinds = ["Esc.", "Col.", "Liceo", "C.E."]
  private static let saints = ["San José", "La Merced", "El Carmen", "San Juan"]
  private static let roads = ["Km 4", "Calle 9", "El Molino", "s/n", "Lote 7", "Río"]
  private static let towns = ["Unión", "Tela", "Lamas", "Oruro", "Ñuble", "Chota", "Tena"]

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// The time `seconds` after the start of 1 July 2018, without an offset.
  private static func dateTime(seconds: Int) -> String {
    "2018-07-\(digits(1 + seconds / 86_400, 2))T\(digits(seconds / 3600 % 24, 2)):\(digits(seconds / 60 % 60, 2)):"
      + digits(seconds % 60, 2)
  }
}
