public import Language
import Times

extension StringFormat {
  /// The longest length of time, in seconds: a hundred years.
  public static let longestDuration = 36_525.0 * 86_400

  /// What a text of this format is, with its article.
  public var expectation: Text {
    switch self {
    case .text: Text(en: "a text", es: "un texto")
    case .filled: Text(en: "a text that is not empty", es: "un texto que no esté vacío")
    case .identifier:
      Text(
        en: "a name in snake_case (small letters, digits and underscores, a letter first)",
        es: "un nombre en snake_case (minúsculas, dígitos y guiones bajos, primero una letra)")
    case .qualified:
      Text(en: "a module's operation such as counts.timeline", es: "una operación de un módulo, como counts.timeline")
    case .day: Text(en: "a day such as 2017-11-26", es: "un día como 2017-11-26")
    case .instant:
      Text(
        en: "an instant with its offset such as 2017-11-28T00:00:00-06:00",
        es: "un instante con su desfase, como 2017-11-28T00:00:00-06:00")
    case .duration:
      Text(
        en: "a length of time such as 90min, 6h or 10d, of 36525d at most",
        es: "una duración como 90min, 6h o 10d, de 36525d como máximo")
    case .path:
      Text(
        en: "a path inside the workspace (relative, with /, without ..)",
        es: "una ruta dentro del espacio de trabajo (relativa, con /, sin ..)")
    case .proportion: Text(en: "a share such as 0.05 or 1/20", es: "una proporción como 0.05 o 1/20")
    case .optionVotes:
      Text(en: "the votes of an option such as oak=60", es: "los votos de una opción, como oak=60")
    case .colour:
      Text(
        en: "a colour such as #0072b2 (red, green and blue, two hexadecimal digits each)",
        es: "un color como #0072b2 (rojo, verde y azul, dos dígitos hexadecimales cada uno)")
    }
  }

  /// The text to judge of `value`; nil where the value is not of a type that can be written as this format.
  ///
  /// A proportion may be written as a plain number.
  func text(of value: Value) -> String? {
    switch (self, value) {
    case (_, .string(let text)): text
    case (.proportion, .integer(let number)): String(number)
    case (.proportion, .number(let number)): canonicalNumber(number)
    default: nil
    }
  }

  /// Whether `text` is of this format.
  public func admits(_ text: String) -> Bool {
    switch self {
    case .text: true
    case .filled: !text.isEmpty
    case .identifier: Self.isIdentifier(text[...])
    case .qualified:
      text.split(separator: ".", omittingEmptySubsequences: false).count == 2
        && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isIdentifier)
    case .day: Day(iso: text) != nil
    case .instant: Instant(rfc3339: text) != nil
    case .duration: Self.seconds(ofDuration: text) != nil
    case .path: Self.isInnerPath(text)
    case .proportion: Self.isProportion(text)
    case .optionVotes: Self.isOptionVotes(text)
    case .colour:
      text.utf8.first == UInt8(ascii: "#") && text.utf8.count == 7 && text.utf8.dropFirst().allSatisfy(\.isHexDigit)
    }
  }

  /// Seconds of a length of time such as `6h`; nil where the text is none, or longer than a hundred years.
  public static func seconds(ofDuration text: String) -> Double? {
    let units: [(String, Double)] = [("min", 60), ("s", 1), ("h", 3600), ("d", 86_400)]
    for (unit, seconds) in units where text.hasSuffix(unit) {
      let number = text.dropLast(unit.count)
      guard isPlainDecimal(number), let amount = Double(number) else { return nil }
      return amount * seconds <= longestDuration ? amount * seconds : nil
    }
    return nil
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, ("a"..."z").contains(Character(Unicode.Scalar(first))) else { return false }
    return text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }

  private static func isOptionVotes(_ text: String) -> Bool {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    return parts.count == 2 && isIdentifier(parts[0]) && (1...9).contains(parts[1].utf8.count)
      && parts[1].utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isInnerPath(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\\" }
  }

  private static func isPlainDecimal(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 18
          && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }

  private static func isProportion(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return isPlainDecimal(text) && (Double(text) ?? 2) <= 1
    case 2:
      guard parts.allSatisfy({ isPlainDecimal($0) && !$0.contains(".") }), let top = Int(parts[0]),
        let bottom = Int(parts[1])
      else { return false }
      return bottom > 0 && top <= bottom
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
