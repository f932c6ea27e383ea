/// A word of a text, as the rules of wording look at it.
struct WordingToken {
  /// As it stands in the text.
  var written: String
  /// In small letters without accents; ñ stays a letter of its own.
  var plain: String
  /// How many Unicode scalars stand before it.
  var offset: Int
  /// Whether a comma or a bracket stands before it.
  var afterComma = false
  /// Whether it begins a sentence.
  var beginsSentence = false

  /// Whether it begins with a capital and is not written in capitals.
  var isCapitalised: Bool {
    guard let first = written.unicodeScalars.first, first.properties.isUppercase else { return false }
    return written.unicodeScalars.dropFirst().contains { $0.properties.isLowercase }
  }

  /// Whether it is a number, or a value that a tag puts there.
  var isNumber: Bool { plain == "\u{FFFC}" || plain.utf8.allSatisfy { (48...57).contains($0) } }
}

/// A text as clauses of words, without quotations and known names.
struct WordingText {
  private(set) var clauses: [[WordingToken]] = []
  private var clause: [WordingToken] = []
  private var beginsSentence = true
  private var afterComma = false

  init(_ text: String, names: [String]) {
    let scalars = Array(text.unicodeScalars)
    let hidden = Self.quoted(scalars).union(Self.named(scalars, names))
    var index = 0
    while index < scalars.count {
      if hidden.contains(index) || !Self.isOfWord(scalars[index]) {
        if hidden.contains(index) {
          if !hidden.contains(index - 1) { add("\u{25A1}", at: index) }
        } else if scalars[index] == "\u{FFFC}" {
          add("\u{FFFC}", at: index)
        } else {
          mark(scalars[index], next: index + 1 < scalars.count ? scalars[index + 1] : nil)
        }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, !hidden.contains(index), Self.isOfWord(scalars[index]) { index += 1 }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[start..<index])
      add(String(word), at: start)
    }
    close()
  }

  private mutating func add(_ word: String, at offset: Int) {
    let plain = Self.plain(word)
    let turns = Self.turns.contains(plain) && (afterComma || plain == "because" || plain == "porque")
    if turns { close() }
    clause.append(
      WordingToken(
        written: word, plain: plain, offset: offset, afterComma: afterComma, beginsSentence: beginsSentence))
    (afterComma, beginsSentence) = (false, false)
  }

  private mutating func mark(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    switch scalar {
    case ",", "(", ")", "—", "–": afterComma = true
    case ";", ":", "\n", "¿", "¡": close()
    case ".", "!", "?", "…":
      guard next.map({ $0.properties.isWhitespace || !Self.isOfWord($0) }) ?? true else { return }
      close()
      beginsSentence = true
    default: break
    }
  }

  private mutating func close() {
    if !clause.isEmpty { clauses.append(clause) }
    (clause, afterComma) = ([], false)
  }

  /// Words that turn a sentence: what was said before them does not cover what comes behind.
  private static let turns: Set<String> = [
    "but", "although", "however", "yet", "because", "while", "pero", "aunque", "sino", "porque", "mientras",
  ]

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .decimalNumber
  }

  /// The word in small letters; accents are folded, so that a slip of the keyboard does not let a word pass.
  static func plain(_ word: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      switch scalar {
      case "\u{301}", "\u{308}": break
      case "\u{303}" where out.last == "n":
        out.removeLast()
        out.append("ñ")
      default: out.append(folded[scalar] ?? scalar)
      }
    }
    return String(out)
  }

  private static let folded: [Unicode.Scalar: Unicode.Scalar] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u",
  ]

  /// The scalars between the marks of closed quotations.
  private static func quoted(_ scalars: [Unicode.Scalar]) -> Set<Int> {
    var (open, out) = ([Int](), Set<Int>())
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "“", "«": open.append(index)
      case "”", "»": if let start = open.popLast(), open.isEmpty { out.formUnion(start...index) }
      default: break
      }
    }
    return out
  }

  /// The scalars of `names` where they stand as whole words, as they are written.
  private static func named(_ scalars: [Unicode.Scalar], _ names: [String]) -> Set<Int> {
    var out: Set<Int> = []
    for name in names.map({ Array($0.unicodeScalars) }) where !name.isEmpty && name.count <= scalars.count {
      for start in 0...(scalars.count - name.count) where scalars[start] == name[0] {
        let end = start + name.count
        guard scalars[start..<end].elementsEqual(name), start == 0 || !isOfWord(scalars[start - 1]),
          end == scalars.count || !isOfWord(scalars[end])
        else { continue }
        out.formUnion(start..<end)
      }
    }
    return out
  }
}
