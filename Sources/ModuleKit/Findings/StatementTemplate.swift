/// A sentence with names in braces.
struct StatementTemplate {
  /// A stretch of plain text, or a name with the part of it that is wanted.
  enum Piece: Equatable {
    case text(String)
    case name(String, part: String?)
  }

  let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let inner = rest[rest.index(after: open)..<close].split(separator: ".", maxSplits: 1)
      pieces.append(.name(inner.first.map(String.init) ?? "", part: inner.count > 1 ? String(inner[1]) : nil))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The names in the sentence, with their parts.
  var names: [(name: String, part: String?)] {
    pieces.compactMap { if case .name(let name, let part) = $0 { (name, part) } else { nil } }
  }

  /// The sentence with a sign in the place of each name: what its author says.
  var withoutNames: String {
    pieces.map { if case .text(let text) = $0 { text } else { "\u{FFFC}" } }.joined()
  }

  /// The sentence with its names replaced; nil where one has nothing to stand for it.
  func filled(_ values: [String: Quantity], _ words: [String: Text], _ language: Language) -> String? {
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let text): out += text
      case .name(let name, let part):
        if let quantity = values[name], let text = Self.text(of: quantity, part, language) {
          out += text
        } else if let word = words[name], part == nil {
          let isQuoted = out.hasSuffix("“") || out.hasSuffix("«")
          let text = isQuoted ? Self.withoutQuotationMarks(word[language]) : word[language]
          if language == .spanish { Self.fitConjunction(in: &out, before: text) }
          if language == .spanish, text.hasPrefix("el "), Self.endsInPreposition(out) {
            out.removeLast()
            out += text.dropFirst()
          } else {
            out += text
          }
        } else {
          return nil
        }
      }
    }
    return out
  }

  private static func text(of quantity: Quantity, _ part: String?, _ language: Language) -> String? {
    guard let part else { return quantity.text(language) }
    return switch NumberPart(rawValue: part) {
    case .value: quantity.text(\.value, language)
    case .low: quantity.text(\.low, language)
    case .high: quantity.text(\.high, language)
    case .number: quantity.number(language)
    case nil: nil
    }
  }

  /// Whether `text` ends in a Spanish preposition that contracts with the article «el»: «del», «al».
  private static func endsInPreposition(_ text: String) -> Bool {
    guard text.hasSuffix(" "), let last = text.split(separator: " ").last else { return false }
    return ["de", "De", "a", "A"].contains(last)
  }

  /// Spanish «y» and «o» at the end of `text` become «e» and «u» where `word` begins with their sound.
  private static func fitConjunction(in text: inout String, before word: String) {
    for (plain, fitting) in [(" y ", Language.spanishAnd), (" o ", Language.spanishOr)] where text.hasSuffix(plain) {
      text.removeLast(2)
      text += fitting(word) + " "
    }
  }

  /// A quoted word must not end the quotation it stands in: its own marks become single ones.
  private static func withoutQuotationMarks(_ word: String) -> String {
    let single: [Unicode.Scalar: Unicode.Scalar] = ["“": "‘", "”": "’", "«": "‹", "»": "›"]
    return String(String.UnicodeScalarView(word.unicodeScalars.map { single[$0] ?? $0 }))
  }
}
