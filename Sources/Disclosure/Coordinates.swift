/// Places to about a hundred metres or better.
///
/// Two numbers of degrees beside each other with four decimals or more, or with three where a sign, a hemisphere, a mark of degrees or a
/// word says what they are; degrees with seconds, or with decimals of minutes; a plus code; a zone and two numbers of UTM.
struct Coordinates {
  let groups: NumberGroups
  /// Whether the head of the column says that the number is one of two.
  let isNamed: Bool

  /// A number of degrees with decimals.
  private struct Degrees {
    /// From its sign, hemisphere or word to its mark or hemisphere.
    var range: Range<Int>
    let decimals: Int
    /// Without the decimals.
    let whole: Int
    /// Whether something says what it is.
    var isMarked: Bool
    /// Whether a word says so: latitude, longitude.
    var isWorded: Bool
  }

  /// The places, each as far as it goes, in the order of the text.
  var places: [Range<Int>] {
    (pairs + sexagesimal + plusCodes + projected).sorted { $0.lowerBound < $1.lowerBound }
  }

  private var line: FoldedLine { groups.line }

  // MARK: - Decimal degrees

  private var pairs: [Range<Int>] {
    let all = groups.runs.indices.compactMap(degrees)
    var (found, index): ([Range<Int>], Int) = ([], 0)
    while index < all.count {
      let one = all[index]
      if index + 1 < all.count, isPair(one, all[index + 1]) {
        found.append(one.range.lowerBound..<all[index + 1].range.upperBound)
        index += 2
        continue
      }
      if one.whole <= 180, isNamed && one.decimals >= 3 || one.isWorded && one.decimals >= 4 { found.append(one.range) }
      index += 1
    }
    return found
  }

  /// The number whose whole part is run `index`; nil where it is none, or part of something else.
  private func degrees(_ index: Int) -> Degrees? {
    guard index + 1 < groups.runs.count else { return nil }
    let (whole, decimals) = (groups.runs[index], groups.runs[index + 1])
    guard whole.count <= 3, decimals.count >= 3, decimals.count <= 16, decimals.lowerBound == whole.upperBound + 1,
      let mark = line[whole.upperBound], mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") && decimals.count >= 4
    else { return nil }
    var (start, end) = (whole.lowerBound, decimals.upperBound)
    if let after = line[end], after == UInt8(ascii: ".") || after == UInt8(ascii: ","),
      line[end + 1].map(FoldedLine.isDigit) == true,
      after == mark
    {
      return nil
    }
    if let before = line[start - 1], before == UInt8(ascii: ".") || before == UInt8(ascii: ","),
      line[start - 2].map(FoldedLine.isDigit) == true, before == mark
    {
      return nil
    }
    var isMarked = false
    if let sign = line[start - 1], sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      (start, isMarked) = (start - 1, true)
    }
    if let letter = line[start - 1], FoldedLine.isLetter(letter), !isHemisphere(start - 1), !isLabelled(start) {
      return nil
    }
    let words = line.words(before: start, atMost: 2)
    let isWorded = words.contains { ContextWords.latitude.contains($0) || ContextWords.longitude.contains($0) }
    var place = start - 1
    while line[place] == UInt8(ascii: " ") { place -= 1 }
    let isBehindHemisphere = isHemisphere(place)
    if isBehindHemisphere { (start, isMarked) = (place, true) }
    place = end
    while line[place] == UInt8(ascii: " ") || line[place] == FoldedLine.degree {
      if line[place] == FoldedLine.degree { (end, isMarked) = (place + 1, true) }
      place += 1
    }
    if !isBehindHemisphere, isHemisphere(place) { (end, isMarked) = (place + 1, true) }
    if line[end] == UInt8(ascii: "%") { return nil }
    let number = groups.digits(index, index).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return Degrees(
      range: start..<end, decimals: decimals.count, whole: number, isMarked: isMarked || isWorded || isNamed,
      isWorded: isWorded)
  }

  /// Whether the letters right before `place` are a word such as `lat`.
  private func isLabelled(_ place: Int) -> Bool {
    line.words(before: place, atMost: 1).contains {
      ContextWords.latitude.contains($0) || ContextWords.longitude.contains($0)
    }
  }

  /// Whether the letter of a hemisphere stands alone at `place`.
  private func isHemisphere(_ place: Int) -> Bool {
    guard let letter = line[place], Array("NSEWO".utf8).contains(letter) else { return false }
    return !(line[place - 1].map(FoldedLine.isLetter) ?? false) && !(line[place + 1].map(FoldedLine.isLetter) ?? false)
  }

  private func isPair(_ one: Degrees, _ other: Degrees) -> Bool {
    guard one.range.upperBound <= other.range.lowerBound, other.range.lowerBound - one.range.upperBound <= 24 else {
      return false
    }
    guard one.whole <= 90 && other.whole <= 180 || one.whole <= 180 && other.whole <= 90 else { return false }
    let between = line.text[one.range.upperBound..<other.range.lowerBound]
    var isJoinedByWord = false
    for word in between.split(whereSeparator: { !FoldedLine.isLetter($0) }) {
      let word = ContextWord(word)
      let isLabel = ContextWords.latitude.contains(word) || ContextWords.longitude.contains(word)
      guard isLabel || word == "y" || word == "and" else { return false }
      if !isLabel { isJoinedByWord = true }
    }
    let marks = between.filter { !FoldedLine.isLetter($0) }
    guard marks.allSatisfy({ " ,;/|:=\"'".utf8.contains($0) }) else { return false }
    let least = min(one.decimals, other.decimals)
    if one.isMarked || other.isMarked { return least >= 3 }
    // Two shares beside each other are below one both, which is a place in the sea.
    return least >= 4 && !isJoinedByWord && (one.whole > 0 || other.whole > 0)
  }

  // MARK: - Degrees, minutes, seconds

  private var sexagesimal: [Range<Int>] {
    var found: [Range<Int>] = []
    for run in groups.runs where run.count <= 3 {
      if let last = found.last, run.lowerBound < last.upperBound { continue }
      guard let end = minutesEnd(behind: run) else { continue }
      var start = run.lowerBound
      if line[start - 1] == UInt8(ascii: "-") || isHemisphere(start - 1) { start -= 1 }
      // The other of the two, right behind it.
      if let last = found.last, start - last.upperBound <= 4,
        line.text[last.upperBound..<start].allSatisfy({ " ,;/".utf8.contains($0) })
      {
        found[found.count - 1] = last.lowerBound..<end
      } else {
        found.append(start..<end)
      }
    }
    return found
  }

  /// Where degrees `run` with minutes, and seconds or decimals of minutes, end; nil where there are no such.
  private func minutesEnd(behind run: Range<Int>) -> Int? {
    var place = run.upperBound
    guard skip(FoldedLine.degree, at: &place), let minutes = number(at: &place), minutes.whole <= 2,
      skip(UInt8(ascii: "'"), at: &place)
    else { return nil }
    var isExact = minutes.decimals >= 2
    var behind = place
    if let seconds = number(at: &behind), seconds.whole <= 2 {
      let isMarked = skip(UInt8(ascii: "\""), at: &behind) || skip(UInt8(ascii: "'"), at: &behind)
      if isMarked {
        while let mark = line[behind], mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") { behind += 1 }
        (isExact, place) = (true, behind)
      }
    }
    while line[place] == UInt8(ascii: " "), isHemisphere(place + 1) { place += 1 }
    return isExact ? (isHemisphere(place) ? place + 1 : place) : nil
  }

  private func skip(_ mark: UInt8, at place: inout Int) -> Bool {
    var behind = place
    while line[behind] == UInt8(ascii: " "), behind - place < 2 { behind += 1 }
    guard line[behind] == mark else { return false }
    place = behind + 1
    return true
  }

  /// How many digits, and decimals, the number at `place` has.
  private func number(at place: inout Int) -> (whole: Int, decimals: Int)? {
    var behind = place
    while line[behind] == UInt8(ascii: " "), behind - place < 2 { behind += 1 }
    let start = behind
    while let digit = line[behind], FoldedLine.isDigit(digit), behind - start < 3 { behind += 1 }
    let whole = behind - start
    guard whole > 0 else { return nil }
    var decimals = 0
    if let mark = line[behind], mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","),
      line[behind + 1].map(FoldedLine.isDigit) == true
    {
      behind += 1
      while let digit = line[behind], FoldedLine.isDigit(digit), decimals < 12 {
        (behind, decimals) = (behind + 1, decimals + 1)
      }
    }
    place = behind
    return (whole, decimals)
  }

  // MARK: - Codes

  /// Plus codes (Open Location Code): eight characters, or four to six beside a town's name, a plus sign and two or three more.
  private var plusCodes: [Range<Int>] {
    let letters = Set("23456789CFGHJMPQRVWX".utf8)
    return line.text.indices.compactMap { plus in
      guard line.text[plus] == UInt8(ascii: "+") else { return nil }
      var (start, end) = (plus, plus + 1)
      while let it = line[start - 1], letters.contains(it), plus - start < 9 { start -= 1 }
      while let it = line[end], letters.contains(it), end - plus < 5 { end += 1 }
      guard [4, 6, 8].contains(plus - start), (3...4).contains(end - plus), !line.isWord(start - 1), !line.isWord(end)
      else { return nil }
      return line.text[start..<end].contains(where: FoldedLine.isLetter) ? start..<end : nil
    }
  }

  /// A zone and its band, six digits to the east and seven to the north, as maps of Central America have them.
  private var projected: [Range<Int>] {
    let runs = groups.runs
    return runs.indices.compactMap { index in
      guard index + 2 < runs.count, runs[index].count <= 2, runs[index + 1].count == 6, runs[index + 2].count == 7
      else { return nil }
      let zone = line.text[runs[index].upperBound..<runs[index + 1].lowerBound]
      let bands = zone.filter(FoldedLine.isLetter)
      guard zone.count <= 5, bands.count == 1, let band = bands.first,
        Array("CDEFGHJKLMNPQRSTUVWX".utf8).contains(band),
        runs[index + 2].lowerBound - runs[index + 1].upperBound <= 5
      else { return nil }
      return runs[index].lowerBound..<runs[index + 2].upperBound
    }
  }
}
