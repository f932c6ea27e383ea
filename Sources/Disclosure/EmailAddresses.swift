/// E-mail addresses, also those that are spelt out: `name (at) example.org`, `nombre arroba example punto org`.
struct EmailAddresses {
  let line: FoldedLine

  /// The addresses, in the order of the text.
  var places: [Range<Int>] {
    var found: [Range<Int>] = []
    for place in line.text.indices {
      guard let sign = sign(at: place), sign.lowerBound >= found.last?.upperBound ?? 0 else { continue }
      let start = nameStart(before: sign.lowerBound)
      guard start < nameEnd(before: sign.lowerBound), let end = domainEnd(behind: sign.upperBound) else { continue }
      found.append(start..<end)
    }
    return found
  }

  /// The at sign that begins at `place`: itself, or a word for it.
  private func sign(at place: Int) -> Range<Int>? {
    switch line.text[place] {
    case UInt8(ascii: "@"): place..<(place + 1)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
      ["at", "arroba"].lazy.compactMap { bracketed($0, at: place) }.first.map { place..<$0 }
    case UInt8(ascii: "a"), UInt8(ascii: "A"):
      !line.isWord(place - 1) && has("arroba", at: place) && !line.isWord(place + 6) ? place..<(place + 6) : nil
    default: nil
    }
  }

  private func has(_ word: String, at place: Int) -> Bool {
    line.text[place...].count >= word.utf8.count && zip(line.text[place...], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Where `word` in the brackets at `place` ends, with them.
  private func bracketed(_ word: String, at place: Int) -> Int? {
    var end = place + 1
    while line[end] == UInt8(ascii: " "), end - place < 3 { end += 1 }
    guard end < line.text.count, has(word, at: end) else { return nil }
    end += word.utf8.count
    while line[end] == UInt8(ascii: " "), end - place < 12 { end += 1 }
    guard let closing = line[end], ")]}>".utf8.contains(closing) else { return nil }
    return end + 1
  }

  /// Where what stands before the sign ends: a blank may stand between.
  private func nameEnd(before place: Int) -> Int {
    line[place - 1] == UInt8(ascii: " ") ? place - 1 : place
  }

  private func nameStart(before place: Int) -> Int {
    let end = nameEnd(before: place)
    var start = end
    while start > max(0, end - 64),
      FoldedLine.isWord(line.text[start - 1]) || ".%+-'".utf8.contains(line.text[start - 1])
    {
      start -= 1
    }
    while start < end, !FoldedLine.isWord(line.text[start]) { start += 1 }
    return start
  }

  /// Where the domain behind the sign ends: names between dots, the last of two letters or more.
  private func domainEnd(behind place: Int) -> Int? {
    var end = line[place] == UInt8(ascii: " ") ? place + 1 : place
    let start = end
    var (names, last) = (0, 0..<0)
    while end - start < 255 {
      let first = end
      while let byte = line[end], FoldedLine.isWord(byte) || byte == UInt8(ascii: "-") && line.isWord(end + 1),
        end - first < 64
      { end += 1 }
      guard end > first else { break }
      (names, last) = (names + 1, first..<end)
      guard let behind = dotEnd(at: end) else { break }
      end = behind
    }
    let isTop = last.count >= 2 && line.text[last].allSatisfy(FoldedLine.isLetter)
    return names >= 2 && isTop ? last.upperBound : nil
  }

  /// Where a dot at `place` ends: itself, or a word for it.
  private func dotEnd(at place: Int) -> Int? {
    if line[place] == UInt8(ascii: "."), line.isWord(place + 1) { return place + 1 }
    var start = place
    while line[start] == UInt8(ascii: " "), start - place < 2 { start += 1 }
    for word in ["punto", "dot"] {
      if start < line.text.count, let end = bracketed(word, at: start),
        line[start].map({ "([{<".utf8.contains($0) }) == true
      {
        return line[end] == UInt8(ascii: " ") ? end + 1 : end
      }
      if start > place, start < line.text.count, has(word, at: start),
        line[start + word.utf8.count] == UInt8(ascii: " ")
      {
        return start + word.utf8.count + 1
      }
    }
    return nil
  }
}
