/// What a value may be. One definition validates, every problem at once, and is written out as JSON Schema.
public struct Schema: Sendable, Equatable {
  /// The set of values admitted.
  public indirect enum Shape: Sendable, Equatable {
    /// Any value.
    case any
    /// True or false.
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number in a range.
    case number(ClosedRange<Double>)
    /// A text of a format.
    case string(StringFormat)
    /// One of a few words.
    case choice([String])
    /// A list of so many elements at least.
    case list(Schema, atLeast: Int)
    /// An object with these properties and no others; keys that begin with `x_` are left alone.
    case object([Property])
    /// An object whose keys the user chooses, each an identifier in snake_case.
    case map(Schema)
    /// A value that fits one of these; problems are told against the first whose JSON type fits.
    case either([Schema])
  }

  /// One property of an object.
  public struct Property: Sendable, Equatable {
    /// The key.
    public var name: String
    /// What its value may be.
    public var schema: Schema
    /// Whether it must be there.
    public var isRequired: Bool

    /// The property `name`.
    public init(_ name: String, _ schema: Schema, required: Bool = false) {
      (self.name, self.schema, self.isRequired) = (name, schema, required)
    }
  }

  /// The set of values admitted.
  public var shape: Shape
  /// What the value means, for people.
  public var summary: String?
  /// The value that stands in where there is none.
  public var defaultValue: Value?
  /// The unit in which the value is given.
  public var unit: String?

  /// The values of `shape`.
  public init(_ shape: Shape, _ summary: String? = nil, default defaultValue: Value? = nil, unit: String? = nil) {
    (self.shape, self.summary, self.defaultValue, self.unit) = (shape, summary, defaultValue, unit)
  }
}

/// A set of texts with a name that JSON Schema's `format` can carry.
public enum StringFormat: String, Sendable, CaseIterable {
  /// Any text.
  case text
  /// Any text but the empty one.
  case filled = "x-filled"
  /// A name in snake_case: a small letter, then small letters, digits and underscores.
  case identifier = "x-identifier"
  /// Two identifiers with a point between them, such as `counts.timeline`.
  case qualified = "x-qualified"
  /// A day, `2017-11-26`.
  case day = "date"
  /// An instant with its offset, `2017-11-28T00:00:00-06:00`.
  case instant = "date-time"
  /// A length of time: a number and one of `s`, `min`, `h`, `d`, such as `6h`; a hundred years at most.
  case duration = "x-duration"
  /// A path inside the workspace: relative, with `/`, without `..`.
  case path = "x-path"
  /// A share or risk: a decimal or a fraction such as `0.05` or `1/20`.
  case proportion = "x-proportion"
  /// The votes of an option, `oak=60`: a name in snake_case, the sign, and a whole number of at most nine digits.
  case optionVotes = "x-option-votes"
  /// A colour, `#rrggbb`.
  case colour = "x-colour"
}
