/// A text without what people write now so, now otherwise: case, accents, blanks, hyphens and underscores.
///
/// Letters are told apart by what their names in Unicode say before WITH, which is how it names accents.
struct FoldedText: Hashable {
  private let letters: [String]

  init(_ text: String) {
    letters = text.lowercased().unicodeScalars.compactMap { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark, .spaceSeparator, .dashPunctuation, .connectorPunctuation, .control, .format: return nil
      default: break
      }
      guard !scalar.isASCII, let name = properties.name, let end = name.firstRange(of: " WITH ") else {
        return String(scalar)
      }
      let letter = name[..<end.lowerBound]
      let last = letter.split(separator: " ").last ?? ""
      return letter.hasPrefix("LATIN SMALL LETTER") && last.utf8.count == 1 ? last.lowercased() : String(letter)
    }
  }

  var isEmpty: Bool { letters.isEmpty }
}
