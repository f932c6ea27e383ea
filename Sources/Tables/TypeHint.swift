import Language
internal import Times

/// Advice on a value that is not of its column's type: what a spreadsheet or a habit has made of it.
struct TypeHint {
  private let type: ColumnType
  private let mark: Character
  private let markName: CSVFormat.DecimalMark

  init(_ type: ColumnType, _ decimalMark: CSVFormat.DecimalMark) {
    (self.type, markName) = (type, decimalMark)
    mark = decimalMark == .point ? "." : ","
  }

  /// The advice; nil where nothing special is known.
  func hint(about value: String) -> Text? {
    if value.isEmpty {
      return Text(
        en: "where the value is missing, leave out the quotes, or say 'format: {missing: [\"\"]}'",
        es: "donde falta el valor, quite las comillas, o escriba «format: {missing: [\"\"]}»")
    }
    if type != .text, Self.placeholders.contains(value.lowercased()) {
      return Text(
        en: "if it stands for a value that is missing, say 'format: {missing: [\"\(value)\"]}'",
        es: "si representa un valor que falta, escriba «format: {missing: [\"\(value)\"]}»")
    }
    if type != .text, Self.isWithheld(value) {
      // Of fewer than so many.
      let end = Int(value.drop { !$0.isNumber }).map { value.hasPrefix("<=") || value.hasPrefix("≤") ? $0 : $0 - 1 }
      let line = "withheld: [{is: \"\(value)\", from: 0, to: \(end.map(String.init) ?? "…")}]"
      return Text(
        en: "if it stands for a number that is withheld, say '\(line)' beside 'format'",
        es: "si representa un número que se retiene, escriba «\(line)» junto a «format»")
    }
    return advice(value)
      ?? (type == .text ? nil : value.unicodeScalars.first(where: \.isUnseen)).map {
        Text(en: "it holds \($0.codePoint), which is not seen", es: "contiene \($0.codePoint), que no se ve")
      }
  }

  private func advice(_ value: String) -> Text? {
    switch type {
    case .integer, .decimal, .number: return number(value)
    case .dateTime: return dateTime(value)
    case .date:
      return Instant(rfc3339: value) == nil
        ? date(value) : Text(en: "write the day alone, as in 2017-11-26", es: "escriba solo el día, como en 2017-11-26")
    case .boolean, .text: return nil
    }
  }

  private static let placeholders: Set<String> = [
    "-", "--", "?", ".", "na", "n/a", "nan", "nd", "n/d", "sd", "s/d", "null", "none", "nil", "missing",
  ]

  /// Whether `value` is what small numbers are replaced with so that nobody is known by them: `*`, `X`, `<10`.
  private static func isWithheld(_ value: String) -> Bool {
    if ["*", "**", "***", "X", "…", "..."].contains(value) { return true }
    let rest = value.drop { "<>≤≥= ".contains($0) }
    return rest.count < value.count && !rest.isEmpty && (value.hasPrefix("<") || value.hasPrefix("≤")) && isDigits(rest)
  }

  // MARK: Numbers

  private func number(_ value: String) -> Text? {
    let trimmed = String(value.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    if trimmed != value, isNumber(trimmed) {
      return Text(
        en: "remove the blanks around the number, or say 'format: {trim: true}'",
        es: "quite los espacios alrededor del número, o escriba «format: {trim: true}»")
    }
    if value.hasPrefix("+"), isNumber(String(value.dropFirst())) {
      return Text(en: "leave out the plus sign", es: "quite el signo más")
    }
    if value.hasSuffix("%"), type == .integer {
      return Text(
        en: "a percentage is no count; the number itself is wanted",
        es: "un porcentaje no es un conteo; se necesita el número mismo")
    }
    if value.hasPrefix("#"), value.hasSuffix("!") || value.hasSuffix("?") || value == "#N/A" {
      return Text(
        en: "a spreadsheet could not work it out; put the value itself",
        es: "una hoja de cálculo no pudo calcularlo; ponga el valor mismo")
    }
    if value.hasSuffix("%"), isNumber(String(value.dropLast()).filter { $0 != " " }) {
      return Text(en: "leave out the percent sign", es: "quite el signo de porcentaje")
    }
    if let (plain, mark) = withoutGroups(value) {
      // One sign cannot be both marks.
      let other: CSVFormat.DecimalMark = markName == .point ? .comma : .point
      let isTaken = mark.rawValue == markName.rawValue
      let format = "thousands: \(mark.rawValue)" + (isTaken ? ", decimal_mark: \(other.rawValue)" : "")
      return Text(
        en: "write \(plain), without thousands separators, or say 'format: {\(format)}'",
        es: "escriba \(plain), sin separadores de miles, o escriba «format: {\(format)}»")
    }
    if type == .integer, let fraction = splitAtMark(value) {
      return fraction.utf8.allSatisfy { $0 == 48 }
        ? Text(
          en: "write \(value.dropLast(fraction.count + 1)), without a fraction",
          es: "escriba \(value.dropLast(fraction.count + 1)), sin decimales")
        : Text(en: "an integer has no fraction", es: "un entero no tiene decimales")
    }
    if type != .integer, let written = withOtherMark(value) { return written }
    if hasExponent(value) {
      return Text(en: "write all digits, without an exponent", es: "escriba todos los dígitos, sin exponente")
    }
    let words = value.split(separator: " ")
    if words.count > 1, isNumber(String(words[0])), words.dropFirst().joined().allSatisfy(\.isLetter) {
      return Text(en: "write the number alone: \(words[0])", es: "escriba solo el número: \(words[0])")
    }
    let digits = String(value.map { ["O": "0", "o": "0", "l": "1", "I": "1"][$0] ?? $0 })
    return isNumber(digits)
      ? Text(
        en: "is it \(digits)? a letter stands for a digit", es: "¿es \(digits)? hay una letra en lugar de un dígito")
      : nil
  }

  /// Whether `text` would be a number of the type.
  private func isNumber(_ text: String) -> Bool {
    let parts = digits(text).split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    return (parts.count == 1 || type != .integer) && parts.allSatisfy(Self.isDigits)
  }

  /// `12345.67` for `12,345.67`: groups of three digits between commas, points, blanks or apostrophes.
  private func withoutGroups(_ value: String) -> (plain: String, mark: CSVFormat.Thousands)? {
    let separators: [(Character, CSVFormat.Thousands)] = [
      (",", .comma), (".", .point), (" ", .blank), ("'", .apostrophe), ("\u{A0}", .blank), ("\u{202F}", .blank),
    ]
    for (separator, mark) in separators {
      var (whole, fraction) = (digits(value), Substring())
      if type != .integer, separator != self.mark {
        let parts = digits(value).split(separator: self.mark, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 1 || Self.isDigits(parts[1]) else { continue }
        (whole, fraction) = (parts[0], parts.count == 2 ? value.suffix(parts[1].count + 1) : "")
      }
      // One point or comma alone may be meant as a decimal mark.
      if type != .integer, fraction.isEmpty, separator == "," || separator == ".",
        whole.count(where: { $0 == separator }) == 1
      {
        continue
      }
      let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
      guard groups.count > 1, groups.allSatisfy(Self.isDigits), (1...3).contains(groups[0].count),
        groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { continue }
      return ((value.hasPrefix("-") ? "-" : "") + groups.joined() + fraction, mark)
    }
    return nil
  }

  /// The digits behind the one point or comma of a whole number with a fraction.
  private func splitAtMark(_ value: String) -> Substring? {
    for mark in [".", ","] as [Character] {
      let parts = digits(value).split(separator: mark, omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy(Self.isDigits) { return parts[1] }
    }
    return nil
  }

  /// Advice for `45,17` where a point is declared, for `.5` and for `5.`.
  private func withOtherMark(_ value: String) -> Text? {
    let sign = value.hasPrefix("-") ? "-" : ""
    let other: Character = mark == "." ? "," : "."
    let otherName: CSVFormat.DecimalMark = markName == .point ? .comma : .point
    let crossed = digits(value).split(separator: other, omittingEmptySubsequences: false)
    if crossed.count == 2, crossed.allSatisfy(Self.isDigits) {
      return Text(
        en: "write \(sign)\(crossed[0])\(mark)\(crossed[1]), or write 'format: {decimal_mark: \(otherName.rawValue)}'",
        es:
          "escriba \(sign)\(crossed[0])\(mark)\(crossed[1]), o escriba «format: {decimal_mark: \(otherName.rawValue)}»")
    }
    let parts = digits(value).split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if parts[0].isEmpty, Self.isDigits(parts[1]) {
      return Text(en: "write \(sign)0\(mark)\(parts[1])", es: "escriba \(sign)0\(mark)\(parts[1])")
    }
    if parts[1].isEmpty, Self.isDigits(parts[0]) {
      return Text(en: "write \(sign)\(parts[0])", es: "escriba \(sign)\(parts[0])")
    }
    return nil
  }

  private func hasExponent(_ value: String) -> Bool {
    let parts = digits(value).split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let exponent = parts.last else { return false }
    let mantissa = parts[0].split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let bare = exponent.first == "+" || exponent.first == "-" ? exponent.dropFirst() : exponent
    return mantissa.allSatisfy(Self.isDigits) && Self.isDigits(bare)
  }

  private func digits(_ value: String) -> Substring { value.hasPrefix("-") ? value.dropFirst() : value[...] }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  // MARK: Times

  private func dateTime(_ value: String) -> Text? {
    if Day(iso: value) != nil {
      return Text(
        en: "a day names no instant: add time and offset from UTC, as in 2017-11-28T00:00:00-06:00",
        es: "un día no es un instante: agregue la hora y el desfase respecto de UTC, como en 2017-11-28T00:00:00-06:00")
    }
    if Instant(rfc3339: value + "Z") != nil {
      return Text(
        en: "add the offset from UTC, as in 2017-11-28T00:00:00-06:00",
        es: "agregue el desfase respecto de UTC, como en 2017-11-28T00:00:00-06:00")
    }
    var scalars = Array(value.unicodeScalars)
    if scalars.count > 10, scalars[10] == " " {
      scalars[10] = "T"
      let joined = String(String.UnicodeScalarView(scalars))
      if Instant(rfc3339: joined) != nil {
        return Text(en: "put a T between date and time", es: "ponga una T entre la fecha y la hora")
      }
      if Instant(rfc3339: joined + "Z") != nil {
        return Text(
          en: "put a T between date and time, and add the offset from UTC, as in 2017-11-28T00:00:00-06:00",
          es:
            "ponga una T entre la fecha y la hora, y agregue el desfase respecto de UTC, como en 2017-11-28T00:00:00-06:00"
        )
      }
    }
    return value.contains(" ") ? otherForm(value) : nil
  }

  private func date(_ value: String) -> Text? {
    let utf8 = Array(value.utf8)
    let dash = UInt8(ascii: "-")
    let isShaped =
      utf8.count == 10
      && utf8.indices.allSatisfy { [4, 7].contains($0) ? utf8[$0] == dash : (48...57).contains(utf8[$0]) }
    return isShaped
      ? Text(en: "the calendar has no such day", es: "el calendario no tiene ese día")
      : otherForm(value)
  }

  /// How values of the type are written, or how the workspace says that they are written as `value` is; nil where that is
  /// in no form that is known.
  private func otherForm(_ value: String) -> Text? {
    guard let form = type.form, let other = DateForm(value) else { return nil }
    return Text(
      en: "\(form.en), or say how it is written: " + other.patterns.map { "'time: \($0)'" }.joined(separator: " or "),
      es: "\(form.es), o diga cómo está escrita: " + other.patterns.map { "«time: \($0)»" }.joined(separator: " o "))
  }
}
