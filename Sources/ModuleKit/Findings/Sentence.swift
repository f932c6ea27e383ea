/// What findings of a type say, in both languages.
public struct Sentence<F>: Sendable {
  /// The phrase in English, and the one in Spanish.
  public let en, es: Phrase<F>

  /// The sentence in English and Spanish.
  public init(en: Phrase<F>, es: Phrase<F>) { (self.en, self.es) = (en, es) }

  /// The sentence with the names of its properties in braces: `for {gap.low} at least`.
  ///
  /// That a property stands in a sentence without being declared as a number or word is a slip of the author that shows
  /// as soon as the kind is made.
  func template(_ names: [PartialKeyPath<F>: String]) -> Text { Text(en: en.template(names), es: es.template(names)) }
}

/// One language of a sentence: text in which the properties of a finding stand by their key paths.
///
///     "After \(\.before) none was published for \(\.gap): \(\.gap, .low) at least."
public struct Phrase<F>: Sendable {
  enum Piece: Sendable {
    case text(String)
    case property(any PartialKeyPath<F> & Sendable, NumberPart?)
  }

  let pieces: [Piece]

  func template(_ names: [PartialKeyPath<F>: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .property(let path, let part):
        guard let name = names[path] else {
          preconditionFailure("\(path) stands in a sentence and is neither number nor word of its kind")
        }
        return "{\(name)\(part.map { ".\($0)" } ?? "")}"
      }
    }.joined()
  }
}

/// A part of a number that a sentence can ask for.
public enum NumberPart: String, Sendable, CaseIterable {
  /// The value alone, with its unit.
  case value
  /// One end of the range, with its unit.
  case low, high
  /// The number, or the range, without the unit.
  case number
}

extension Phrase: ExpressibleByStringInterpolation {
  /// The pieces of a phrase as they are written.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// An empty phrase.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds text.
    public mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }

    /// Adds a number: with its unit and range, or the part of it that is asked for.
    public mutating func appendInterpolation<N: StatedNumber>(
      _ path: any KeyPath<F, N> & Sendable, _ part: NumberPart? = nil
    ) { pieces.append(.property(path, part)) }

    /// Adds a name or word as it stands.
    public mutating func appendInterpolation(_ path: any KeyPath<F, Text> & Sendable) {
      pieces.append(.property(path, nil))
    }

    /// Adds text that several sentences share.
    public mutating func appendInterpolation(_ text: String) { pieces.append(.text(text)) }

    /// Adds what several sentences share.
    public mutating func appendInterpolation(_ phrase: Phrase<F>) { pieces += phrase.pieces }
  }

  /// A phrase without properties.
  public init(stringLiteral text: String) { pieces = [.text(text)] }

  /// A phrase as written.
  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
}
