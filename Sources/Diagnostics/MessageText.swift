public import Language

/// What a message says: its code, its sentence and what to do about it, beside each other, in every language of the program.
///
///     case .missingKey(let key, let place):
///       .init(
///         "W011", en: "missing key '\(key)' in \(place)", es: "falta la clave «\(key)» en \(place)",
///         hint: .init(en: "add it", es: "añádala"))
///
/// Sentence, hint and rule are made when they are asked for, so that messages can be counted by their codes in millions.
public struct MessageText: Sendable {
  /// The stable code, such as `Y003`: the letter names the room.
  public let code: String
  private let makeRule: @Sendable () -> String?
  private let makeSentence: @Sendable () -> Text
  private let makeHint: @Sendable () -> Text?

  /// A message with the code `code` that says `en` or `es`.
  ///
  /// - Parameters:
  ///   - rule: the name of the rule that is broken, for programs; nil for what is no rule of data.
  ///   - hint: what to do about it; nil where there is nothing to add.
  public init(
    _ code: String, rule: @autoclosure @escaping @Sendable () -> String? = nil,
    en: @autoclosure @escaping @Sendable () -> String, es: @autoclosure @escaping @Sendable () -> String,
    hint: @autoclosure @escaping @Sendable () -> Text? = nil
  ) {
    (self.code, makeRule, makeHint) = (code, rule, hint)
    makeSentence = { Text(en: en(), es: es()) }
  }

  /// The sentence that says what is wrong.
  public var sentence: Text { makeSentence() }
  /// What to do about it.
  public var hint: Text? { makeHint() }
  /// The name of the rule that is broken, as ``Diagnostic/Datum/rule`` has it.
  public var rule: String? { makeRule() }

  /// The same message about what stands at `place`, with which its sentence begins.
  public func behind(_ place: @autoclosure @escaping @Sendable () -> Text) -> MessageText {
    MessageText(
      code, rule: makeRule(), en: "\(place().en): \(sentence.en)", es: "\(place().es): \(sentence.es)", hint: makeHint()
    )
  }
}
