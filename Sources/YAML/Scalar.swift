/// One value that is neither a list nor a mapping: its text, how it was written, and what it means.
public struct Scalar: Sendable, Hashable {
  /// How a scalar is written.
  public enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// What a scalar means by the YAML 1.2 core schema.
  public enum Value: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case float(Double)
    case string
  }

  /// The text, folded and with its escapes resolved; exact decimals are read from it, not from `value`.
  public let text: String
  /// How it is written.
  public let style: Style
  /// What it means; for `.string` the string is `text`.
  ///
  /// A scalar that a diagnostic was given for, such as an integer beyond 64 bits, stands as `.string`.
  public let value: Value

  /// A scalar written as `text` in `style` that means `value`.
  public init(text: String, style: Style, value: Value) {
    (self.text, self.style, self.value) = (text, style, value)
  }
}
