import Tables

/// The counts behind turnout and one share in a national election of 97,699 stations: Russia's presidential election of
/// 2018 where its file is at hand, else a simulated one with as many stations.
///
/// Each row has the station's number, registered voters, ballots given, ballots received, votes for the leader.
enum StationsFile {
  static let columns = ["station", "registered", "given", "received", "leader"]

  /// The file in `folder`, made where it is not there.
  static func input(_ folder: String) throws -> Benchmark.Input {
    if let real = SharedData.file("russia/2018.csv.gz") {
      let file = try Benchmark.file("stations-russia-2018.csv", in: folder) { try write(try read(real), to: $0) }
      return .init(files: [file], note: "Russia 2018")
    }
    let file = try Benchmark.file("stations-simulated.csv", in: folder) { try write(simulated(), to: $0) }
    return .init(files: [file], note: "simulated")
  }

  private static func write(_ stations: [[Int]], to path: String) throws(Failure) {
    var file = try TextFile(path)
    try file.write(columns.joined(separator: ",") + "\n")
    for (row, station) in stations.enumerated() {
      try file.write(([row + 1] + station).map(String.init).joined(separator: ",") + "\n")
    }
    try file.close()
  }

  /// The stations of the real election.
  private static func read(_ path: String) throws -> [[Int]] {
    let issued = [
      "избирателям, проголосовавшим досрочно", "в помещении для голосования в день голосования",
      "вне помещения для голосования в день голосования",
    ]
    let sums = [
      ["Число избирателей, включенных в список избирателей"],
      issued.map { "Число избирательных бюллетеней, выданных " + $0 },
      ["Число недействительных избирательных бюллетеней", "Число действительных избирательных бюллетеней"],
      ["Путин Владимир Владимирович"],
    ]
    var reader = CSVReader(columns: sums.joined().map { ColumnSpec($0, .integer) })
    reader.isForeign = true
    let table = try reader.read(path: path)
    let values = try sums.map { try $0.map { try table.integers($0).values } }
    return (0..<table.rowCount).map { row in
      values.map { columns in columns.reduce(0) { $0 + Int($1[row]) } }
    }
  }

  private static func simulated() -> [[Int]] {
    var generator = SeededGenerator(2018)
    /// From 0 up to, not including, 1; added up for a bell.
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    func bell() -> Double { (0..<6).reduce(-3) { sum, _ in sum + unit() } * 1.4 }
    return (0..<97_699).map { _ in
      // One station in three is a village's.
      let isSmall = unit() < 0.33
      let registered = max(20, Int(isSmall ? 60 + 700 * unit() * unit() : 1700 + 400 * bell()))
      let turnout = min(max((isSmall ? 0.78 : 0.62) + 0.1 * bell(), 0.05), 1)
      let share = min(max((isSmall ? 0.8 : 0.73) + 0.07 * bell(), 0.02), 1)
      let given = Int((Double(registered) * turnout).rounded())
      let received = max(given - (unit() < 0.03 ? 1 : 0), 0)
      return [registered, given, received, Int((Double(received) * share).rounded())]
    }
  }
}
