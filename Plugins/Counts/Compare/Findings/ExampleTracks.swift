import ModuleKit

extension Compare {
  /// What the examples of the findings are made of.
  enum Example {
    typealias Tracks = KeyValuePairs<String, FindingExample.Dataset>

    /// On two sheets Oak has 90 votes and Elm has 60, on either track.
    static let same = tracks(["1,60,40", "2,30,20"], ["1,60,40", "2,30,20"])
    /// On one of the sheets Oak has two votes more on the first track.
    static let better = tracks(["1,60,40", "2,30,20"], ["1,58,40", "2,30,20"])
    /// The second sheet, of 50 votes, is on the first track alone.
    static let uncovered = tracks(["1,60,40", "2,30,20"], ["1,60,40"])
    /// No sheet is on both tracks.
    static let apart = tracks(["1,60,40"], ["2,30,20"])

    /// Two tracks with the votes of Oak and Elm, sheet by sheet.
    static func tracks(_ first: [String], _ second: [String]) -> Tracks {
      ["first": sheets(first), "second": sheets(second)]
    }

    private static func sheets(_ rows: [String]) -> FindingExample.Dataset {
      FindingExample.Dataset((["sheet,votes_oak,votes_elm"] + rows).joined(separator: "\n"))
    }
  }
}
