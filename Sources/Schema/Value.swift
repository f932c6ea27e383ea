/// A JSON value: what parameters, findings, statements and protocol messages are made of.
public enum Value: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([Value])
  case object([String: Value])
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// An integer.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// An object; of two equal keys the later one counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}

extension Value {
  /// The member named `key` of an object; nil where there is none.
  public subscript(key: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The text of a string.
  public var string: String? {
    guard case .string(let it) = self else { return nil }
    return it
  }

  /// The value of an integer.
  public var integer: Int? {
    guard case .integer(let it) = self else { return nil }
    return it
  }

  /// The value of a number, whole or not.
  public var double: Double? {
    if case .number(let it) = self { it } else { integer.map(Double.init) }
  }

  /// The truth of a truth value.
  public var bool: Bool? {
    guard case .bool(let it) = self else { return nil }
    return it
  }

  /// The elements of a list.
  public var list: [Value]? {
    guard case .list(let it) = self else { return nil }
    return it
  }

  /// The texts of a list of texts; nil for anything else.
  public var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.string)
    return texts.count == list.count ? texts : nil
  }

  /// The members of an object.
  public var object: [String: Value]? {
    guard case .object(let it) = self else { return nil }
    return it
  }

  /// A string, or null for none.
  public init(_ text: String?) { self = text.map(Value.string) ?? .null }
}
