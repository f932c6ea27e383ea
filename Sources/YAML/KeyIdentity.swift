/// What makes two keys of a mapping the same: their tag and their value, not how they are written.
///
/// So `1` and `0x1` are one key, and `1`, `"1"` and `1.0` are three. Strings compare as Swift's do, by canonical
/// equivalence, since a mapping ends in a dictionary.
enum KeyIdentity: Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case float(Double)
  case notANumber
  case string(String)

  init(_ scalar: Scalar) {
    self =
      switch scalar.value {
      case .null: .null
      case .bool(let value): .bool(value)
      case .integer(let value): .integer(value)
      case .float(let value): value.isNaN ? .notANumber : .float(value)
      case .string: .string(scalar.text)
      }
  }
}
