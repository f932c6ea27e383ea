/// Finds where sentences end in a text of English or Spanish.
///
/// A mark that is put on too much is better than one that misses a part, so that where it is not clear whether a point
/// ends a sentence, it does not.
enum Sentences {
  /// A scalar of a text in which some stretches come from elsewhere.
  struct Unit {
    var scalar: Unicode.Scalar
    /// Whether a stretch from elsewhere, such as a value, begins here: a sentence may begin with one.
    var beginsValue = false
  }

  /// The sentences of `text`, without the blanks between them.
  static func ranges(in text: [Unit]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = skipBlanks(text, from: 0)
    var index = start
    while index < text.count {
      guard isTerminator(text[index].scalar) else {
        index += 1
        continue
      }
      let point = index
      while index < text.count, isTerminator(text[index].scalar) || isCloser(text[index].scalar) { index += 1 }
      let next = skipBlanks(text, from: index)
      guard next == text.count || next > index && startsSentence(text, at: next, behind: point) else { continue }
      ranges.append(start..<index)
      (start, index) = (next, next)
    }
    if start < text.count {
      var end = text.count
      while end > start, text[end - 1].scalar.properties.isWhitespace { end -= 1 }
      ranges.append(start..<end)
    }
    return ranges
  }

  private static func skipBlanks(_ text: [Unit], from index: Int) -> Int {
    var index = index
    while index < text.count, text[index].scalar.properties.isWhitespace { index += 1 }
    return index
  }

  private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool { [".", "!", "?", "…"].contains(scalar) }

  /// What may stand between the point and the blank: quotation marks, brackets, references to footnotes.
  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "'", "”", "’", "»", "›", ")", "]", footnote].contains(scalar)
  }

  /// Stands for a reference to a footnote.
  static let footnote: Unicode.Scalar = "\u{FFFC}"

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    ["¿", "¡", "\"", "'", "“", "‘", "«", "‹", "(", "[", "—", "–"].contains(scalar)
  }

  // MARK: Points that end nothing

  /// Whether a sentence may begin at `next`, the point or points before it being at `point`.
  private static func startsSentence(_ text: [Unit], at next: Int, behind point: Int) -> Bool {
    var first = next
    while first < text.count, isOpener(text[first].scalar) { first += 1 }
    guard first < text.count else { return true }
    let scalar = text[first].scalar
    // What trails off goes on, unless a capital says otherwise.
    let trailsOff = text[point].scalar == "…" || text[point...].prefix(3).allSatisfy { $0.scalar == "." }
    let isNumberOrValue = scalar.properties.numericType != nil || text[first].beginsValue
    guard scalar.properties.isUppercase || isNumberOrValue && !trailsOff else { return false }
    guard text[point].scalar == "." else { return true }
    return !isAbbreviation(text, endingAt: point, before: isNumberOrValue ? nil : word(text, from: first))
  }

  /// Whether the word at the point is cut short, `next` being the word behind it, or nil for a number or a value.
  private static func isAbbreviation(_ text: [Unit], endingAt point: Int, before next: String?) -> Bool {
    var start = point
    while start > 0, isWordPart(text[start - 1]) { start -= 1 }
    let word = String(String.UnicodeScalarView(text[start..<point].map(\.scalar))).lowercased()
    guard !word.isEmpty else { return false }
    if titles.contains(word) || next == nil && labels.contains(word) { return true }
    // An initial: J. Smith. An acronym: the U.S. Senate, but: in the U.S. The count ...
    let isInitial = point - start == 1 && text[start].scalar.properties.isUppercase
    let isAcronym = word.contains(".") || isDoubledAcronym(text, start, point)
    return (isInitial || isAcronym) && next.map { !openings.contains($0) } ?? true
  }

  /// EE.UU. and EE. UU., whose doubled capitals mean a plural.
  private static func isDoubledAcronym(_ text: [Unit], _ start: Int, _ end: Int) -> Bool {
    end - start == 2 && text[start].scalar == text[start + 1].scalar && text[start].scalar.properties.isUppercase
  }

  private static func isWordPart(_ unit: Unit) -> Bool { unit.scalar.properties.isAlphabetic || unit.scalar == "." }

  private static func word(_ text: [Unit], from start: Int) -> String {
    let letters = text[start...].prefix { $0.scalar.properties.isAlphabetic }.map(\.scalar)
    return String(String.UnicodeScalarView(letters)).lowercased()
  }

  /// Abbreviations behind which a name or more of the sentence follows, in lower case and without their last point.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "drs", "prof", "rev", "hon", "gov", "sen", "rep", "gen", "col", "capt", "lt", "st", "cf",
    "vs", "v", "e.g", "i.e", "sr", "sra", "sres", "sras", "srta", "dra", "lic", "licda", "ing", "abog", "abg", "arq",
    "gral", "cnel", "tte", "mons", "fr", "ud", "uds", "ej", "p.ej", "depto", "dpto", "av", "avda", "edo",
  ]

  /// Abbreviations behind which a number follows; some are whole words elsewhere.
  private static let labels: Set<String> = [
    "no", "nos", "fig", "figs", "art", "arts", "sec", "ch", "cap", "vol", "vols", "p", "pp", "par", "para", "paras",
    "párr", "núm", "núms", "nro", "pág", "págs", "tel", "approx", "aprox", "ca", "máx", "mín",
  ]

  /// Words that begin sentences and no names: behind an acronym or an initial they say that the sentence ended.
  private static let openings: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "in", "on", "at", "by", "for", "from", "with", "when",
    "no", "there", "they", "he", "she", "we", "its", "their", "as", "after", "before", "but", "and", "both", "el", "la",
    "los", "las", "un", "una", "unos", "unas", "este", "esta", "estos", "estas", "ese", "esa", "en", "con", "por",
    "para", "según", "cuando", "no", "hay", "se", "su", "sus", "lo", "al", "del", "tras", "antes", "pero", "y", "ambos",
  ]
}
