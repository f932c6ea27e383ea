/// Words that an observer's own sentence must not use: they decide what a mission cannot know.
///
/// Quoted and attributed speech may hold them, between “ ” or « ». Straight quotes do not count: they mark code and
/// inches as often as speech.
public enum Wording {
  /// A forbidden word as it stands in a text.
  public struct Slip: Sendable, Hashable {
    /// The word as written.
    public var word: String
    /// How many Unicode scalars stand before it.
    public var offset: Int

    /// The word `word` behind `offset` scalars.
    public init(word: String, offset: Int) { (self.word, self.offset) = (word, offset) }
  }

  /// The forbidden words of `text` outside quotations, in the order in which they stand.
  ///
  /// Words of both languages are looked for whatever the text's language is: names and labels cross over.
  public static func slips(in text: String) -> [Slip] {
    var slips: [Slip] = []
    // Words inside a quotation count after all where the quotation is never closed.
    var quoted: [Slip] = []
    var word = String.UnicodeScalarView()
    var start = 0
    var depth = 0
    func close() {
      if !word.isEmpty, isForbidden(String(word)) {
        let slip = Slip(word: String(word), offset: start)
        if depth == 0 { slips.append(slip) } else { quoted.append(slip) }
      }
      word = .init()
    }
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        if word.isEmpty { start = offset }
        word.append(scalar)
        continue
      }
      close()
      switch scalar {
      case "“", "«": depth += 1
      case "”", "»":
        depth = max(0, depth - 1)
        if depth == 0 { quoted = [] }
      default: break
      }
    }
    close()
    return slips + quoted
  }

  private static func isForbidden(_ word: String) -> Bool {
    let plain = String(
      String.UnicodeScalarView(word.lowercased().unicodeScalars.map { folded[$0] ?? $0 }))
    return exact.contains(plain) || stems.contains { plain.hasPrefix($0) }
  }

  /// Accents are folded, so that a slip of the keyboard does not let a word pass; ñ stays a letter of its own.
  private static let folded: [Unicode.Scalar: Unicode.Scalar] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u",
  ]

  private static let stems = [
    "victor", "fraud", "defraud", "rigging", "rigged", "ganador", "vencedor", "triunf", "triumph", "amañ",
    "aman\u{303}",
    "winner",
  ]
  private static let exact: Set<String> = [
    "rig", "rigs", "amaño", "amaños", "amañada", "amañado", "stolen", "robada", "robadas",
  ]
}
