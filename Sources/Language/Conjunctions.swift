extension Language {
  /// A list for reading: `a, b and c`, `a, b y c` (`e` before an i sound).
  public func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    let and = self == .english ? "and" : Self.spanishAnd(before: last)
    return "\(items.dropLast().joined(separator: ", ")) \(and) \(last)"
  }

  /// The Spanish «y», which is «e» before an i sound: «Nasralla e Iglesias».
  public static func spanishAnd(before word: String) -> String {
    let start = word.lowercased()
    let isE = start.hasPrefix("i") || start.hasPrefix("í") || start.hasPrefix("hi") && !start.hasPrefix("hie")
    return isE ? "e" : "y"
  }

  /// The Spanish «o», which is «u» before an o sound: «Elm u Oak».
  public static func spanishOr(before word: String) -> String {
    let start = word.lowercased()
    return ["o", "ó", "ho", "hó"].contains { start.hasPrefix($0) } ? "u" : "o"
  }
}

extension Language {
  /// Spanish `text` in which «de» and «a» before the article «el» become «del» and «al»; names that begin with «El» stay.
  public static func contracted(_ text: String) -> String {
    (" " + text).replacing(" de el ", with: " del ").replacing(" a el ", with: " al ").dropFirst().description
  }
}
