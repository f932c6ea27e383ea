/// A type that can be a parameter: it knows its schema, how to read a value and how to write it.
public protocol ParameterValue: Sendable {
  /// The values it can be read from.
  static var shape: Schema.Shape { get }
  /// Reads a value that the shape admits.
  init?(_ value: Value)
  /// The value it is written as.
  var value: Value { get }
}

/// Declares one parameter of an operation, once: name and default from the property, the rest from the arguments.
///
/// A parameter of optional type has no default.
@propertyWrapper
public struct Parameter<T: Sendable>: Sendable {
  private let schema: Schema
  private let read: @Sendable (Value) -> T?
  private let slot: Slot<T>

  /// A parameter with a default.
  public init(wrappedValue: T, _ summary: String, unit: String? = nil) where T: ParameterValue {
    self.init(default: wrappedValue, Schema(T.shape, summary, default: wrappedValue.value, unit: unit)) { T($0) }
  }

  /// A number with a default, inside a range.
  public init(wrappedValue: T, _ summary: String, unit: String? = nil, in range: ClosedRange<T>)
  where T: RangedParameter {
    self.init(
      default: wrappedValue, Schema(T.shape(in: range), summary, default: wrappedValue.value, unit: unit)
    ) { T($0) }
  }

  /// A parameter that may be left out.
  public init<Wrapped: ParameterValue>(_ summary: String, unit: String? = nil) where T == Wrapped? {
    self.init(default: nil, Schema(Wrapped.shape, summary, unit: unit)) { Wrapped($0).map { .some($0) } }
  }

  /// A number that may be left out, inside a range.
  public init<Wrapped: RangedParameter>(_ summary: String, unit: String? = nil, in range: ClosedRange<Wrapped>)
  where T == Wrapped? {
    self.init(default: nil, Schema(Wrapped.shape(in: range), summary, unit: unit)) { Wrapped($0).map { .some($0) } }
  }

  private init(default value: T, _ schema: Schema, read: @escaping @Sendable (Value) -> T?) {
    (self.schema, self.read, slot) = (schema, read, Slot(value))
  }

  /// The value that the workspace sets, or the default.
  public var wrappedValue: T { slot.value }
}

extension Parameter: Declaration {
  func describe(as name: String, in manifest: inout OperationManifest) {
    manifest.parameters.append(.init(name, schema))
  }

  func bind(_ name: String, from request: Request) -> KitMessage? {
    guard let value = request.parameters[name] else { return nil }
    if let problem = schema.problems(of: value, at: [.key(name)]).first { return .parameter(problem.message) }
    guard let new = read(value) else { return .unreadableParameter(name) }
    slot.value = new
    return nil
  }
}

/// A number that can be held inside a range.
public protocol RangedParameter: ParameterValue, Comparable {
  /// The values inside `range`.
  static func shape(in range: ClosedRange<Self>) -> Schema.Shape
}

extension Double: RangedParameter {
  /// Any number.
  public static var shape: Schema.Shape { .number(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude) }
  /// The numbers inside `range`.
  public static func shape(in range: ClosedRange<Double>) -> Schema.Shape { .number(range) }
  /// Reads a number.
  public init?(_ value: Value) {
    guard let it = value.double else { return nil }
    self = it
  }
  /// A number; a whole one as JSON reads it back.
  public var value: Value { Int(exactly: self).map(Value.integer) ?? .number(self) }
}

extension Int: RangedParameter {
  /// Any whole number.
  public static var shape: Schema.Shape { .integer(.min ... .max) }
  /// The whole numbers inside `range`.
  public static func shape(in range: ClosedRange<Int>) -> Schema.Shape { .integer(range) }
  /// Reads a whole number.
  public init?(_ value: Value) {
    guard let it = value.integer else { return nil }
    self = it
  }
  /// A whole number.
  public var value: Value { .integer(self) }
}

extension Day: ParameterValue {
  /// A day.
  public static var shape: Schema.Shape { .string(.day) }
  /// Reads a day.
  public init?(_ value: Value) {
    guard let text = value.string else { return nil }
    self.init(iso: text)
  }
  /// The day in ISO 8601.
  public var value: Value { .string(iso) }
}

extension Instant: ParameterValue {
  /// An instant with its offset.
  public static var shape: Schema.Shape { .string(.instant) }
  /// Reads an instant.
  public init?(_ value: Value) {
    guard let text = value.string else { return nil }
    self.init(rfc3339: text)
  }
  /// The instant in RFC 3339, in UTC.
  public var value: Value { .string(rfc3339) }
}

extension Duration: ParameterValue {
  /// A length of time such as `6h`.
  public static var shape: Schema.Shape { .string(.duration) }
  /// Reads a length of time.
  public init?(_ value: Value) {
    guard let text = value.string, let seconds = StringFormat.seconds(ofDuration: text) else { return nil }
    self = .seconds(seconds)
  }
  /// The length in the largest unit that keeps it whole.
  public var value: Value {
    let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
    return .string(StringFormat.duration(ofSeconds: seconds) ?? "\(components.seconds)s")
  }
  /// The length in hours.
  public var hours: Double { Double(components.seconds) / 3600 + Double(components.attoseconds) / 3.6e21 }
}

/// A share between 0 and 1, kept as written so that it can be computed with exactly: `0.05`, `1/20`.
public struct Proportion: ParameterValue, Equatable {
  /// The share as written.
  public let text: String

  /// A share such as `0.05` or `1/20`.
  public init(_ text: String) { self.text = text }
  /// A share.
  public static var shape: Schema.Shape { .string(.proportion) }
  /// Reads a share, written as a text or a number.
  public init?(_ value: Value) {
    guard let text = value.string ?? value.double.flatMap(canonicalNumber) else { return nil }
    self.text = text
  }
  /// The share as written.
  public var value: Value { .string(text) }
}

extension String: ParameterValue {
  /// A text that is not empty.
  public static var shape: Schema.Shape { .string(.filled) }
  /// Reads a text.
  public init?(_ value: Value) {
    guard let text = value.string else { return nil }
    self = text
  }
  /// The text.
  public var value: Value { .string(self) }
}

extension [String]: ParameterValue {
  /// A list of texts.
  public static var shape: Schema.Shape { .list(Schema(.string(.filled)), atLeast: 0) }
  /// Reads a list of texts.
  public init?(_ value: Value) {
    guard let elements = value.list else { return nil }
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else { return nil }
    self = texts
  }
  /// A list of texts.
  public var value: Value { .list(map(Value.string)) }
}

/// An enumeration with string raw values is a parameter as it stands.
extension ParameterValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// One of the cases.
  public static var shape: Schema.Shape { .choice(allCases.map(\.rawValue)) }
  /// Reads a case by its raw value.
  public init?(_ value: Value) {
    guard let raw = value.string else { return nil }
    self.init(rawValue: raw)
  }
  /// The raw value.
  public var value: Value { .string(rawValue) }
}
