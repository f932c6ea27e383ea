/// What a message says: its code, its sentence and what to do about it, beside each other.
///
///     case .missingKey(let key, let place):
///       .init("W011", "missing key '\(key)' in \(place)", hint: "add it")
///
/// Sentence, hint and rule are made when they are asked for, so that messages can be counted by their codes in millions.
public struct MessageText: Sendable {
  /// The stable code, such as `Y003`: the letter names the room.
  public let code: String
  private let makeSentence, makeHint, makeRule: @Sendable () -> String?

  /// A message with the code `code` that says `sentence`.
  ///
  /// - Parameters:
  ///   - rule: the name of the rule that is broken, for programs; nil for what is no rule of data.
  ///   - hint: what to do about it; nil where there is nothing to add.
  public init(
    _ code: String, rule: @autoclosure @escaping @Sendable () -> String? = nil,
    _ sentence: @autoclosure @escaping @Sendable () -> String,
    hint: @autoclosure @escaping @Sendable () -> String? = nil
  ) { (self.code, makeSentence, makeHint, makeRule) = (code, sentence, hint, rule) }

  /// The sentence that says what is wrong.
  public var sentence: String { makeSentence() ?? "" }
  /// What to do about it.
  public var hint: String? { makeHint() }
  /// The name of the rule that is broken, as ``Diagnostic/Datum/rule`` has it.
  public var rule: String? { makeRule() }

  /// The same message about what stands at `place`, with which its sentence begins.
  public func behind(_ place: @autoclosure @escaping @Sendable () -> String) -> MessageText {
    MessageText(code, rule: makeRule(), "\(place()): \(sentence)", hint: makeHint())
  }
}
