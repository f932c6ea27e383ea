/// The names of a roster, as they can stand in texts: two parts of one name beside each other, in any order, case and with or without
/// accents; a name that is one word, where it begins with a capital letter; a mark such as `observer_7`. Offices and roles are no names.
struct RosterNames {
  /// Words of names of several parts, by number.
  private var numbers: [[UInt8]: UInt32] = [:]
  /// Pairs of words of one name.
  private var pairs: Set<UInt64> = []
  /// Names of one word, as they are written; those of marks in small letters.
  private var capitalised: Set<[UInt8]> = []
  private var marks: Set<[UInt8]> = []
  /// More parts than a name has are not looked at.
  private static let mostParts = 8
  private static let particles: Set = ["de", "del", "la", "las", "los", "y", "e", "van", "von", "da", "do", "dos"]

  /// Words of offices and roles, which rosters name persons by.
  private static let roles: Set = [
    "desk", "head", "deputy", "mission", "chief", "observer", "coordinator", "team", "office", "press", "legal",
    "analyst", "driver",
    "interpreter", "regional", "field", "core", "leader", "station", "monitor", "jefe", "jefa", "mision", "observador",
    "observadora",
    "coordinador", "coordinadora", "equipo", "oficina", "prensa", "analista", "interprete", "enlace", "mesa",
    "delegado", "delegada",
  ]

  var isEmpty: Bool { pairs.isEmpty && capitalised.isEmpty && marks.isEmpty }

  /// The names `names`, in words or as a roster writes them: `ana_paz_ruiz`, `observer_7`, `head_of_mission`.
  init(_ names: some Sequence<String>) {
    for name in names {
      let written = Self.words(of: FoldedLine(Array(name.utf8))).map(\.letters)
      let all = written.flatMap { $0.split(separator: UInt8(ascii: "_")).map { Self.small(Array($0)) } }
      let isMark = written.count == 1 && (all.count > 1 || all.joined().contains(where: FoldedLine.isDigit))
      if isMark { marks.insert(Self.small(written[0])) }
      guard !all.contains(where: Self.isRole) else { continue }
      let parts = all.filter { !Self.isParticle($0) }.prefix(Self.mostParts)
      if parts.count == 1, let only = parts.first, !isMark { capitalised.insert(Self.titled(only)) }
      let numbers = parts.map { number(of: $0) }
      for one in numbers { for other in numbers where one != other { pairs.insert(Self.pair(one, other)) } }
    }
  }

  /// Where names stand in `line`, in the order of the text.
  func places(in line: FoldedLine) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var before: (number: UInt32, range: Range<Int>)?
    let words = Self.words(of: line).flatMap { word in
      // Names of files and keys have underscores between the parts.
      marks.contains(Self.small(word.letters))
        ? [word] : Self.words(of: line, in: word.range) { $0 == UInt8(ascii: "_") }
    }
    for word in words {
      let small = Self.small(word.letters)
      let isCapitalised = word.letters.first.map(Self.isCapital) ?? false
      if marks.contains(small) || isCapitalised && capitalised.contains(Self.titled(small)) {
        found.append(word.range)
      }
      if Self.isParticle(small) { continue }
      guard let number = numbers[small] else {
        before = nil
        continue
      }
      if let before, pairs.contains(Self.pair(before.number, number)), isBeside(before.range, word.range, in: line) {
        if let last = found.last, last.upperBound == before.range.upperBound {
          found[found.count - 1] = last.lowerBound..<word.range.upperBound
        } else {
          found.append(before.range.lowerBound..<word.range.upperBound)
        }
      }
      before = (number, word.range)
    }
    return found
  }

  /// Whether nothing but particles, initials, blanks, commas and underscores stands between.
  private func isBeside(_ one: Range<Int>, _ other: Range<Int>, in line: FoldedLine) -> Bool {
    other.lowerBound - one.upperBound <= 16
      && line.text[one.upperBound..<other.lowerBound].allSatisfy {
        FoldedLine.isLetter($0) || " ,.-'_".utf8.contains($0)
      }
  }

  private mutating func number(of word: [UInt8]) -> UInt32 {
    if let known = numbers[word] { return known }
    numbers[word] = UInt32(numbers.count)
    return UInt32(numbers.count - 1)
  }

  private static func pair(_ one: UInt32, _ other: UInt32) -> UInt64 { UInt64(one) << 32 | UInt64(other) }

  /// The words of a line, without the accents that follow their letters.
  private static func words(of line: FoldedLine) -> [(letters: [UInt8], range: Range<Int>)] {
    words(of: line, in: line.text.indices) { !FoldedLine.isWord($0) }
  }

  /// The words of `range`, between which there is what divides them.
  private static func words(
    of line: FoldedLine, in range: Range<Int>, dividedBy divides: (UInt8) -> Bool
  ) -> [(letters: [UInt8], range: Range<Int>)] {
    line.text[range].split(whereSeparator: divides).map { word in
      (word.filter { $0 != FoldedLine.accent }, word.startIndex..<word.endIndex)
    }
  }

  private static func isParticle(_ word: [UInt8]) -> Bool {
    word.count <= 1 || particles.contains(String(decoding: small(word), as: UTF8.self))
  }

  private static func isCapital(_ byte: UInt8) -> Bool { FoldedLine.isCapital(byte) || byte == FoldedLine.letter }

  private static func small(_ word: [UInt8]) -> [UInt8] { word.map { FoldedLine.isCapital($0) ? $0 | 0x20 : $0 } }

  /// A word in small letters as names are written.
  private static func titled(_ word: [UInt8]) -> [UInt8] {
    word.prefix(1).map { $0 < 0x80 ? $0 & ~0x20 : $0 } + word.dropFirst()
  }

  /// Whether it is a word of an office or a role, so that what it stands in is no name; or a number.
  private static func isRole(_ word: [UInt8]) -> Bool {
    word.contains(where: FoldedLine.isDigit) || roles.contains(String(decoding: word, as: UTF8.self))
  }
}
