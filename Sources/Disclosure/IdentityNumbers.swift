/// Identity numbers by their form, and what stands behind a word such as "passport".
struct IdentityNumbers {
  let groups: NumberGroups
  /// Whether the text says beside the number that it is one: the head of its column.
  let isNamed: Bool

  /// The last run of an identity number that begins with run `first`; nil where none does.
  func end(from first: Int) -> Int? {
    guard groups.begins(first) else { return nil }
    var (last, count, shape): (Int, Int, [Int]) = (first, 0, [])
    var found: Int?
    while count <= 20 {
      shape.append(groups.runs[last].count)
      count += groups.runs[last].count
      if isNumber(first, last, shape, count) { found = last }
      guard let joint = groups.joint(last), joint != UInt8(ascii: "(") else { break }
      last += 1
    }
    return found
  }

  private func isNumber(_ first: Int, _ last: Int, _ shape: [Int], _ count: Int) -> Bool {
    let isDashed = last > first && (first..<last).allSatisfy { groups.joint($0) == UInt8(ascii: "-") }
    if shape == [3, 6, 4], isDashed, let letter = groups.line[groups.runs[last].upperBound] {
      return FoldedLine.isLetter(letter) && !groups.line.isWord(groups.runs[last].upperBound + 1)
    }
    guard groups.ends(last) || groups.joint(last) == UInt8(ascii: " ") else { return false }
    switch shape {
    case [8, 1], [3, 2, 4]: if isDashed { return true }
    case [4, 5, 4]: return true
    default: if isHonduran(first, last, shape, count) { return true }
    }
    return (5...20).contains(count) && (isNamed || groups.follows(first, ContextWords.identity))
  }

  /// Department, municipality, year of registration and five digits, of a taxpayer six.
  private func isHonduran(_ first: Int, _ last: Int, _ shape: [Int], _ count: Int) -> Bool {
    guard count == 13 || count == 14 else { return false }
    var cuts: [Int] = []
    for length in shape.dropLast() { cuts.append((cuts.last ?? 0) + length) }
    guard cuts.allSatisfy([2, 4, 8].contains) else { return false }
    let digits = groups.digits(first, last).map { Int($0 - UInt8(ascii: "0")) }
    let (department, municipality) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    let year = digits[4..<8].reduce(0) { $0 * 10 + $1 }
    return (1...18).contains(department) && (1...28).contains(municipality) && (1900...2040).contains(year)
  }

  /// Where words of letters and five digits or more stand, as passports are numbered, behind a word that says so.
  func words() -> [Range<Int>] {
    let (line, runs) = (groups.line, groups.runs)
    return runs.indices.compactMap { index in
      guard runs[index].count >= 5 else { return nil }
      var start = runs[index].lowerBound
      let least = max(0, start - 4)
      while start > least, line.isWord(start - 1) || line[start - 1] == UInt8(ascii: "-") && line.isWord(start - 2) {
        start -= 1
      }
      guard start < runs[index].lowerBound, !line.isWord(start - 1) else { return nil }
      guard FoldedLine.isLetter(line.text[start]), !line.isWord(runs[index].upperBound) else { return nil }
      guard isNamed || line.words(before: start, atMost: 3).contains(where: ContextWords.identity.contains) else {
        return nil
      }
      return start..<runs[index].upperBound
    }
  }
}
