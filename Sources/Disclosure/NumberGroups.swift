/// The runs of digits of a line, and how each is joined to the next.
struct NumberGroups {
  let line: FoldedLine
  /// The places of each run.
  private(set) var runs: [Range<Int>] = []

  init(_ line: FoldedLine) {
    self.line = line
    var place = 0
    while place < line.text.count {
      guard FoldedLine.isDigit(line.text[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < line.text.count, FoldedLine.isDigit(line.text[place]) { place += 1 }
      runs.append(start..<place)
    }
  }

  /// The digits of the runs from `first` to `last`.
  func digits(_ first: Int, _ last: Int) -> [UInt8] { runs[first...last].flatMap { line.text[$0] } }

  /// What joins run `index` to the one behind it: a blank, a dash (perhaps between blanks), a dot, or a bracket; nil for anything else.
  func joint(_ index: Int) -> UInt8? {
    guard index >= 0, index + 1 < runs.count else { return nil }
    let between = line.text[runs[index].upperBound..<runs[index + 1].lowerBound]
    guard between.count <= 3 else { return nil }
    let marks = between.filter { $0 != UInt8(ascii: " ") }
    switch (marks.first, marks.count) {
    case (nil, _): return between.count == 1 ? UInt8(ascii: " ") : nil
    case (UInt8(ascii: "-"), 1): return UInt8(ascii: "-")
    case (UInt8(ascii: "."), 1): return between.count == 1 ? UInt8(ascii: ".") : nil
    case (UInt8(ascii: ")"), _), (UInt8(ascii: "("), 1):
      return marks.dropFirst().allSatisfy { $0 == UInt8(ascii: "-") } ? UInt8(ascii: "(") : nil
    default: return nil
    }
  }

  /// Whether a number can begin with run `index`: no letter, other number, sign of money or part of a word stands right before it.
  func begins(_ index: Int) -> Bool {
    let start = runs[index].lowerBound
    guard let before = line[start - 1] else { return true }
    guard !FoldedLine.isWord(before), before != UInt8(ascii: "$") else { return false }
    guard
      [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":")].contains(before)
    else { return true }
    guard let further = line[start - 2] else { return true }
    if FoldedLine.isDigit(further) { return false }
    // A word such as article-2234567, unless it is the one that says what the number is (`cel.9988…`, `wa.me/504…`).
    guard FoldedLine.isLetter(further), before == UInt8(ascii: "-") || before == UInt8(ascii: "/") else { return true }
    let words = line.words(before: start, atMost: 2)
    return words.contains(where: ContextWords.phone.contains)
  }

  /// Whether a number can end with run `index`.
  func ends(_ index: Int) -> Bool {
    let end = runs[index].upperBound
    guard let after = line[end] else { return true }
    guard !FoldedLine.isWord(after), after != UInt8(ascii: "%"), after != FoldedLine.degree else { return false }
    // The middle of a public key as C2SP writes it, `<name>+<eight hexadecimal digits>+<key>`, which can be decimal ones alone.
    if after == UInt8(ascii: "+"), line.isWord(end + 1) { return false }
    let isMark = [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":")]
      .contains(after)
    return !isMark || !(line[end + 1].map(FoldedLine.isDigit) ?? false)
  }

  /// Whether one of `words` is among the last three before run `index`.
  func follows(_ index: Int, _ words: Set<ContextWord>) -> Bool {
    line.words(before: runs[index].lowerBound, atMost: 3).contains(where: words.contains)
  }
}
