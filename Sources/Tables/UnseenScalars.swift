extension Unicode.Scalar {
  /// Whether nothing shows of it, or nothing but a gap that is no blank: what a text holds without anybody knowing.
  public var isUnseen: Bool {
    // Most of all texts.
    if 0x20...0x7E ~= value || 0xA1...0xAC ~= value || 0xAE...0x5FF ~= value { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default: return false
    }
  }

  /// Its name by number, such as `U+200B` (Unicode Standard, appendix A).
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
