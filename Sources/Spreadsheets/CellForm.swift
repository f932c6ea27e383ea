/// What the number in a cell stands for, by its number format.
enum CellForm: UInt8 {
  case number, percent, date, time, dateTime
  /// Hours that go on beyond a day.
  case elapsed

  /// The form of one of the formats that every program has under a number (ECMA-376, part 1, 18.8.30); nil for others.
  init?(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dateTime
    case 46: self = .elapsed
    case 0...163: self = .number
    default: return nil
    }
  }

  /// The form that the format `code` gives, of which the first section is for numbers from zero on (18.8.31).
  init(code: String) {
    var (hasDay, hasTime, hasMonth, isElapsed, isPercent) = (false, false, false, false, false)
    var rest = Substring(code.lowercased())
    while let letter = rest.first, letter != ";" {
      rest.removeFirst()
      switch letter {
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty,
          inside.allSatisfy({ $0 == "h" }) || inside.allSatisfy({ $0 == "m" }) || inside.allSatisfy({ $0 == "s" })
        {
          isElapsed = true
        }
      case "a" where rest.hasPrefix("m/pm"):
        hasTime = true
        rest = rest.dropFirst(4)
      case "a" where rest.hasPrefix("/p"):
        hasTime = true
        rest = rest.dropFirst(2)
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      case "d", "y": hasDay = true
      case "h", "s": hasTime = true
      case "m": hasMonth = true
      case "%": isPercent = true
      default: break
      }
    }
    if hasMonth, !hasTime, !isElapsed { hasDay = true }
    switch (hasDay, hasTime || isElapsed) {
    case (true, true): self = .dateTime
    case (true, false): self = .date
    case (false, true): self = isElapsed ? .elapsed : .time
    case (false, false): self = isPercent ? .percent : .number
    }
  }
}
