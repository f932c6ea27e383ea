import ModuleKit

/// The head of a column as words, without case, accents and signs, so that heads can be told by beginnings of words.
struct Head: Hashable, Sendable {
  let words: [String]

  init(_ name: String) {
    var (words, word): ([String], String) = ([], "")
    var wasSmall = false
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for scalar in name.unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil {
        // `totalVotes` is two words.
        if properties.isUppercase, wasSmall { end() }
        wasSmall = properties.isLowercase
        word += properties.lowercaseMapping.unicodeScalars.map(\.withoutAccents).joined()
      } else if properties.generalCategory != .nonspacingMark {
        end()
        wasSmall = false
      }
    }
    end()
    self.words = words
  }

  /// How much of the head `phrase` explains: the letters of its stems, and their share of all; nil where a stem is the
  /// beginning of no word. A stem of up to three letters is a whole word.
  func match(_ phrase: String) -> Match? {
    var letters = 0
    for stem in phrase.split(separator: " ") {
      guard words.contains(where: { $0 == stem || stem.count > 3 && $0.hasPrefix(stem) }) else { return nil }
      letters += stem.count
    }
    return Match(letters: letters, share: Double(letters) / Double(max(1, words.map(\.count).reduce(0, +))))
  }

  /// The best match of `phrases`; nil where none matches.
  func match(_ phrases: [String]) -> Match? { phrases.compactMap(match).max() }

  /// How well a head is matched.
  struct Match: Comparable {
    let letters: Int
    let share: Double

    static func < (a: Match, b: Match) -> Bool { (a.letters, a.share) < (b.letters, b.share) }
  }
}

extension String {
  /// A name in snake_case that is near the text: its Latin letters and digits; nil where it has no letter of them.
  var asIdentifier: String? {
    var out = ""
    for word in Head(self).words {
      let letters = String(String.UnicodeScalarView(word.unicodeScalars.filter { $0.isASCII }))
      if !letters.isEmpty { out += (out.isEmpty ? "" : "_") + letters }
    }
    guard let first = out.first else { return nil }
    let name = first.isNumber ? "n\(out)" : out
    return String(name.prefix(48))
  }
}
