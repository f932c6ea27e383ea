/// Phone numbers as people write them in Honduras and its neighbours, and any with a country's code.
///
/// Without a code, a word such as "tel" before it or an area in brackets, a number is one by its form alone: 9988-7766, 99887766,
/// 99 88 77 66, 305-555-0123. Two years, a date and the number of an act are none.
struct PhoneNumbers {
  let groups: NumberGroups
  /// Whether the text says beside the number that it is one: the head of its column.
  let isNamed: Bool
  /// Whether the number is all that the field holds, so that its form alone says nothing.
  let isBare: Bool

  /// How many digits follow the codes of countries whose numbers have one length.
  private static let lengths: [String: Int] = [
    "504": 8, "503": 8, "502": 8, "505": 8, "506": 8, "507": 8, "509": 8, "501": 7, "1": 10, "52": 10, "57": 10,
    "34": 9, "53": 8,
  ]

  /// The last run of a phone number that begins with run `first`; nil where none does.
  func end(from first: Int) -> Int? {
    let lasts = ends(from: first)
    let start = groups.runs[first].lowerBound
    let before = groups.line[start - 1]
    let isPlus =
      before == UInt8(ascii: "+") || before == UInt8(ascii: "(") && groups.line[start - 2] == UInt8(ascii: "+")
    if isPlus { return lasts.first { isInternational(groups.digits(first, $0)) && !isGrouped(first, $0) } }
    guard groups.begins(first) else { return nil }
    let isCalled = isNamed || groups.follows(first, ContextWords.phone)
    return lasts.first { last in
      let digits = groups.digits(first, last)
      // Both zeros in one: else it is a share.
      if groups.runs[first].count >= 2, digits.starts(with: Array("00".utf8)), isInternational(digits.dropFirst(2)) {
        return true
      }
      if before == UInt8(ascii: "("), groups.joint(first) == UInt8(ascii: "("), (8...12).contains(digits.count) {
        return isWhole(digits)
      }
      return isNational(first, last, digits)
        || isCalled && (7...15).contains(digits.count) && !isGrouped(first, last) && !isWrittenDate(first, last, digits)
    }
  }

  /// The runs at which a number from `first` can end, the longest first: up to fifteen digits.
  private func ends(from first: Int) -> [Int] {
    var (lasts, last, count): ([Int], Int, Int) = ([], first, groups.runs[first].count)
    while count <= 17 {
      if groups.ends(last) || groups.joint(last) == UInt8(ascii: " ") { lasts.append(last) }
      guard groups.joint(last) != nil else { break }
      last += 1
      count += groups.runs[last].count
    }
    return lasts.reversed()
  }

  /// Whether `digits`, behind a plus sign, are a country's code and a number.
  private func isInternational(_ digits: some Collection<UInt8>) -> Bool {
    guard (8...15).contains(digits.count), digits.first != UInt8(ascii: "0") else { return false }
    for length in 1...3 {
      let code = String(decoding: digits.prefix(length), as: UTF8.self)
      if let rest = Self.lengths[code] { return digits.count == length + rest }
    }
    return true
  }

  /// Whether `digits`, whose area stands in brackets, are as many as a number has.
  private func isWhole(_ digits: [UInt8]) -> Bool { !digits.starts(with: Array("504".utf8)) || digits.count == 11 }

  /// Whether all runs behind the first have three digits behind dots: a number with its thousands marked.
  private func isGrouped(_ first: Int, _ last: Int) -> Bool {
    last > first
      && (first..<last).allSatisfy { groups.joint($0) == UInt8(ascii: ".") && groups.runs[$0 + 1].count == 3 }
  }

  private func isNational(_ first: Int, _ last: Int, _ digits: [UInt8]) -> Bool {
    let joints = Set((first..<last).compactMap(groups.joint))
    // Alone in a field a dot is that of decimals.
    if isBare, joints.contains(UInt8(ascii: ".")) { return false }
    let shape = groups.runs[first...last].map(\.count)
    func leads(_ place: Int) -> Bool { digits[place] >= UInt8(ascii: "2") }
    switch shape {
    case [8]: return !isBare && leads(0) && !isDate(digits)
    case [10]: return !isBare && leads(0) && leads(3)
    case [11]: return !isBare && (isInternational(digits) && (digits[0] == UInt8(ascii: "5") || leads(1) && leads(4)))
    case [4, 4]: return leads(0) && !isYears(digits) && !isAct(first, digits)
    case [2, 2, 2, 2]: return leads(0) && joints.count == 1
    case [3, 2, 2, 2]: return leads(0) && joints.count == 1
    case [3, 3, 4]: return leads(0) && leads(3) && joints.count == 1
    case [1, 3, 3, 4]: return digits[0] == UInt8(ascii: "1") && leads(1) && leads(4)
    case [3, 8], [3, 4, 4], [3, 2, 2, 2, 2]: return Self.lengths[String(decoding: digits.prefix(3), as: UTF8.self)] == 8
    default: return false
    }
  }

  private func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private func isYear(_ digits: some Sequence<UInt8>) -> Bool { (1900...2099).contains(number(digits)) }

  private func isYears(_ digits: [UInt8]) -> Bool { isYear(digits.prefix(4)) && isYear(digits.suffix(4)) }

  /// Whether it is a day, as 20171126 or 26112017.
  private func isDate(_ digits: [UInt8]) -> Bool {
    func isDay(_ day: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>) -> Bool {
      (1...31).contains(number(day)) && (1...12).contains(number(month))
    }
    return isYear(digits.prefix(4)) && isDay(digits[6...], digits[4..<6])
      || isYear(digits.suffix(4)) && (isDay(digits[..<2], digits[2..<4]) || isDay(digits[2..<4], digits[..<2]))
  }

  /// Whether it is a day, as 2017-11-26 or 26-11-2017: `WhatsApp Image 2017-11-26`, `llamar el 26-11-2017`.
  private func isWrittenDate(_ first: Int, _ last: Int, _ digits: [UInt8]) -> Bool {
    [[4, 2, 2], [2, 2, 4]].contains(groups.runs[first...last].map(\.count)) && isDate(digits)
  }

  private func isAct(_ first: Int, _ digits: [UInt8]) -> Bool {
    isYear(digits.suffix(4)) && groups.follows(first, ContextWords.acts)
  }
}
