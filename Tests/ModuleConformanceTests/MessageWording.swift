import Language

/// What a message can say, as the source of its enumeration has it: each of its alternatives, with `…` where particulars stand.
struct MessageWording {
  /// The sentences, by language.
  private(set) var sentences: [Language: [String]] = [:]
  /// What to do about it, by language; empty where the message has no hint.
  private(set) var cures: [Language: [String]] = [:]

  /// Reads what stands behind the code in the call that makes the message, up to the call's end; `file` has the helpers.
  init(_ source: some Collection<Character>, in file: String) {
    let arguments = Self.arguments(of: Array(source))
    for language in Language.allCases {
      for argument in arguments {
        if argument.label == language.rawValue { sentences[language] = Self.texts(argument.value) }
        if argument.label == "hint" { cures[language] = Self.cures(argument.value, language, in: file) }
      }
    }
  }

  // MARK: Expressions

  /// What an expression can be: one alternative for each branch that decides of the whole; `…` for what is no text.
  private static func texts(_ source: [Character]) -> [String] {
    let source = trimmed(source)
    if let branches = branches(of: source) { return texts(branches.0) + texts(branches.1) }
    let choices = split(source, at: " ?? ")
    if choices.count > 1 { return choices.flatMap(texts) }
    if source.last == "}", let brace = first("{", in: source) { return texts(Array(source[(brace + 1)...].dropLast())) }
    let terms = split(source, at: " + ")
    if terms.count > 1 { return [terms.map { texts($0).last ?? "…" }.joined()] }
    if String(source).hasPrefix("counted("), let things = arguments(of: Array(source.dropFirst(8))).last {
      return texts(things.value).map { "… \($0)" }
    }
    guard let first = source.first, let end = end(of: source, from: 0), end == source.count else { return ["…"] }
    switch first {
    case "\"": return [literal(source)]
    case "(": return texts(Array(source[1..<end - 1]))
    default: return ["…"]
    }
  }

  /// What a text between quotes says.
  private static func literal(_ source: [Character]) -> String {
    var (text, place) = ("", 1)
    while place < source.count - 1 {
      guard source[place] == "\\" else {
        text.append(source[place])
        place += 1
        continue
      }
      guard source[place + 1] == "(", let end = end(of: source, from: place + 1) else {
        text.append(source[place + 1] == "n" ? " " : source[place + 1])
        place += 2
        continue
      }
      let inner = Array(source[place + 2..<end - 1])
      let words = texts(inner)
      text +=
        String(inner) == "Workspace.fileName" ? "veedor.yaml" : words.contains("…") ? "…" : words.last ?? "…"
      place = end
    }
    return text
  }

  /// What a hint can say: every text in it, also those of the helpers that it calls.
  private static func cures(_ source: [Character], _ language: Language, in file: String) -> [String] {
    let text = String(source)
    var out: [(place: String.Index, text: String)] = []
    for match in text.matches(of: /(?:\bText|\.init)\((?=\s*en:|")/) {
      let rest = Array(text[match.range.upperBound...])
      let arguments = arguments(of: rest)
      let spoken = arguments.first { $0.label == language.rawValue } ?? arguments.first { $0.label == nil }
      for alternative in spoken.map({ texts($0.value) }) ?? [] { out.append((match.range.lowerBound, alternative)) }
    }
    for match in text.matches(of: /\bdidYouMean\(/) {
      out.append((match.range.lowerBound, language == .english ? "did you mean '…'?" : "¿quiso decir «…»?"))
    }
    for match in text.matches(of: /(\w+)\(/) where match.1 != "Text" && match.1 != "didYouMean" {
      guard let start = file.firstRange(of: "func \(match.1)(")?.upperBound,
        let end = file[start...].firstMatch(of: /\n(?:  )?\}/)?.range.lowerBound
      else { continue }
      for cure in cures(Array(file[start..<end]), language, in: "") { out.append((match.range.lowerBound, cure)) }
    }
    return out.sorted { $0.place < $1.place }.map(\.text)
  }

  // MARK: Scanning

  /// The arguments of a call whose text begins behind its opening bracket, up to the closing one.
  private static func arguments(of source: [Character]) -> [(label: String?, value: [Character])] {
    var (parts, place, start) = ([[Character]](), 0, 0)
    while place < source.count, source[place] != ")" {
      if source[place] == "," {
        parts.append(Array(source[start..<place]))
        start = place + 1
      }
      place = end(of: source, from: place) ?? place + 1
    }
    parts.append(Array(source[start..<min(place, source.count)]))
    return parts.map { part in
      let part = trimmed(part)
      let label = part.prefix { $0.isLetter }
      guard part.dropFirst(label.count).first == ":" else { return (nil, part) }
      return (String(label), Array(part.dropFirst(label.count + 1)))
    }
  }

  /// The two branches of a choice by `?` that is the whole of an expression.
  private static func branches(of source: [Character]) -> ([Character], [Character])? {
    guard let question = first(" ? ", in: source) else { return nil }
    let rest = Array(source[(question + 3)...])
    guard let colon = first(" : ", in: rest) else { return nil }
    return (Array(rest[..<colon]), Array(rest[(colon + 3)...]))
  }

  private static func split(_ source: [Character], at mark: String) -> [[Character]] {
    var (parts, rest) = ([[Character]](), source)
    while let place = first(mark, in: rest) {
      parts.append(Array(rest[..<place]))
      rest = Array(rest[(place + mark.count)...])
    }
    return parts + [rest]
  }

  /// Where `mark` stands first outside all brackets and texts.
  private static func first(_ mark: String, in source: [Character]) -> Int? {
    let source = source.map { $0 == "\n" ? " " : $0 }
    let mark = Array(mark)
    var place = 0
    while place + mark.count <= source.count {
      if source[place..<place + mark.count].elementsEqual(mark) { return place }
      place = end(of: source, from: place) ?? place + 1
    }
    return nil
  }

  /// Where the text or the brackets that begin at `place` end; nil where neither begins there.
  private static func end(of source: [Character], from place: Int) -> Int? {
    let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}", "\"": "\""]
    guard place < source.count, let close = closing[source[place]] else { return nil }
    var next = place + 1
    while next < source.count, source[next] != close {
      if close == "\"" {
        guard source[next] == "\\" else {
          next += 1
          continue
        }
        next = (source[next + 1] == "(" ? end(of: source, from: next + 1) : nil) ?? next + 2
      } else {
        next = end(of: source, from: next) ?? next + 1
      }
    }
    return next + 1
  }

  /// In one line, without blanks at its ends.
  private static func trimmed(_ source: [Character]) -> [Character] {
    let lines = source.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    return lines.joined(separator: " ").reversed().drop(while: \.isWhitespace).reversed()
  }
}
