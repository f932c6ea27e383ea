extension Unicode.Scalar {
  /// A small letter without its accents: for a Latin one the letter, for others its name in Unicode before WITH; any
  /// other character as it is.
  public var withoutAccents: String {
    guard !isASCII, let name = properties.name, let end = name.firstRange(of: " WITH ") else { return String(self) }
    let letter = name[..<end.lowerBound]
    let last = letter.split(separator: " ").last ?? ""
    return letter.hasPrefix("LATIN SMALL LETTER") && last.utf8.count == 1 ? last.lowercased() : String(letter)
  }
}

/// A text without what people write now so, now otherwise: case, accents, blanks, hyphens and underscores.
struct FoldedText: Hashable {
  private let letters: [String]

  init(_ text: String) {
    letters = text.lowercased().unicodeScalars.compactMap { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark, .spaceSeparator, .dashPunctuation, .connectorPunctuation, .control, .format: return nil
      default: break
      }
      return scalar.withoutAccents
    }
  }

  var isEmpty: Bool { letters.isEmpty }
}
