import ModuleKit

extension Screen {
  /// What the examples of the findings are made of.
  enum Example {
    /// Three stations, which say nothing of digits.
    static let few: FindingExample.Dataset = """
      sheet,registered,cast,valid,votes_oak,votes_elm
      1,431,302,296,157,139
      2,388,251,247,118,129
      3,402,287,281,163,118
      """
    /// One station.
    static let one: FindingExample.Dataset = """
      sheet,registered,cast,valid,votes_oak,votes_elm
      1,431,302,296,157,139
      """
    /// Sixty stations whose counts all end in two zeros.
    static let round = sheets(1...60) { n in
      "\(1_000 + 100 * (n % 7)),900,800,\(100 * (1 + n % 6)),\(700 - 100 * (n % 6))"
    }
    /// Sixty stations with counts from a hundred to ninety thousand whose second digits are all 0.
    static let spread = sheets(1...60) { n in
      let power = [100, 1_000, 10_000][n % 3]
      let (oak, elm) = (power * (1 + n % 4), power * (1 + n % 5))
      return "\(1_000 * power),\(oak + elm),\(oak + elm),\(oak),\(elm)"
    }
    /// Forty stations: for each ballot more that is cast Oak has more than one vote more.
    static let steep = sheets(1...40) { n in
      let (cast, oak) = (400 + 7 * n + n * 13 % 11, 97 + 9 * n + n * 7 % 13)
      return "1000,\(cast),\(cast),\(oak),\(cast - oak)"
    }

    private static func sheets(_ numbers: ClosedRange<Int>, _ counts: (Int) -> String) -> FindingExample.Dataset {
      FindingExample.Dataset(
        "sheet,registered,cast,valid,votes_oak,votes_elm\n"
          + numbers.map { "\($0),\(counts($0))" }.joined(separator: "\n"))
    }
  }
}
