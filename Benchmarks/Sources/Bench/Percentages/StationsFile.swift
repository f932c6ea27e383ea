/// A national election of 97,699 stations, as many as Russia's of 2018 had: the counts behind turnout and one share.
enum StationsFile {
  static let rows = 97_699

  /// Writes the file: registered voters, ballots given, ballots received, votes for the leader.
  static func write(to path: String) throws(Failure) {
    var generator = SeededGenerator(2018)
    /// From 0 up to, not including, 1; added up for a bell.
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    func bell() -> Double { (0..<6).reduce(-3) { sum, _ in sum + unit() } * 1.4 }
    var file = try TextFile(path)
    try file.write("registered,given,received,leader\n")
    for _ in 0..<rows {
      // One station in three is a village's.
      let isSmall = unit() < 0.33
      let registered = max(20, Int(isSmall ? 60 + 700 * unit() * unit() : 1700 + 400 * bell()))
      let turnout = min(max((isSmall ? 0.78 : 0.62) + 0.1 * bell(), 0.05), 1)
      let share = min(max((isSmall ? 0.8 : 0.73) + 0.07 * bell(), 0.02), 1)
      let given = Int((Double(registered) * turnout).rounded())
      let received = max(given - (unit() < 0.03 ? 1 : 0), 0)
      let leader = Int((Double(received) * share).rounded())
      try file.write("\(registered),\(given),\(received),\(leader)\n")
    }
    try file.close()
  }
}
