import Foundation

/// The workspace of a simulated election of 813,336 stations, as many as Indonesia had in 2019: two tracks of its sheets, in
/// 34 provinces and 512 regencies.
enum RegencyWorkspace {
  private static let (stations, regencies, provinces) = (813_336, 512, 34)

  /// The workspace in `folder`, made where it is not there.
  static let input: @Sendable (String) throws -> Benchmark.Input = { folder in
    let workspace = try Benchmark.file("regencies-1", in: folder) { path in
      try FileManager.default.createDirectory(atPath: path + "/data", withIntermediateDirectories: true)
      try write(to: path)
      try Data(description.utf8).write(to: URL(filePath: path + "/veedor.yaml"))
    }
    return .init(files: [workspace])
  }

  /// Both tracks: the second has nine sheets in ten, of which one in fifty was typed in with another number of votes.
  private static func write(to path: String) throws {
    var generator = SeededGenerator(2019)
    /// From 0 up to, not including, 1; added up for a bell.
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    func bell() -> Double { (0..<6).reduce(-3) { sum, _ in sum + unit() } * 1.4 }
    let leanings = (0..<regencies).map { _ in (turnout: 0.08 * bell(), share: 0.15 * bell()) }
    var first = try TextFile(path + "/data/first.csv")
    var second = try TextFile(path + "/data/second.csv")
    let header = "station,registered,given,received,leader,other,province,regency\n"
    try first.write(header)
    try second.write(header)
    for station in 0..<stations {
      let regency = station * regencies / stations
      let registered = 60 + Int(240 * unit())
      let turnout = min(max(0.8 + leanings[regency].turnout + 0.05 * bell(), 0.05), 1)
      let share = min(max(0.55 + leanings[regency].share + 0.08 * bell(), 0.02), 0.98)
      let given = Int((Double(registered) * turnout).rounded())
      let leader = Int((Double(given) * share).rounded())
      func row(_ leader: Int) -> String {
        "\(station + 1),\(registered),\(given),\(given),\(leader),\(given - leader),P\(regency * provinces / regencies),R\(regency)\n"
      }
      try first.write(row(leader))
      if unit() < 0.9 { try second.write(row(unit() < 0.02 ? Int(Double(given) * unit()) : leader)) }
    }
    try first.close()
    try second.close()
  }

  private static let description = """
    veedor: 1
    mission:
      id: regencies
      title: {en: Regencies}
      election_day: 2019-04-17
      time_zone: UTC
      languages: [en]
    contests:
      president:
        rule: plurality
        options:
          leader: {name: The leader}
          other: {name: The other}
    datasets:
      first:
        kind: sheets
        path: data/first.csv
        contest: president
        track: official
        areas: [province, regency]
        columns: {sheet: station, issued: given, cast: received, votes_leader: leader, votes_other: other}
      second:
        kind: sheets
        path: data/second.csv
        contest: president
        track: crowd
        areas: [province, regency]
        columns: {sheet: station, issued: given, cast: received, votes_leader: leader, votes_other: other}
    analyses:
      tracks: {use: counts.compare, on: {first: first, second: second}, with: {per: regency}}
      screening: {use: counts.screen, on: {sheets: first}, with: {per: regency, denominator: all}}

    """
}
