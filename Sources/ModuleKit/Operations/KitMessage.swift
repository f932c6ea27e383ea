/// What can go wrong between the host and an operation.
public enum KitMessage: DiagnosticMessage, Equatable {
  /// A module has no operation of this name.
  case unknownOperation(String, module: String)
  /// An input that the operation needs was not given.
  case missingInput(String, kind: String)
  /// None of some inputs was given, of which the operation needs one.
  case missingOneOf([String])
  /// An input holds another kind of dataset.
  case wrongInput(String, kind: String)
  /// A file that the operation needs was not given.
  case missingFile(String)
  /// A parameter breaks its schema.
  case parameter(SchemaMessage)
  /// A parameter that its schema admits cannot be read.
  case unreadableParameter(String)
  /// A code of findings that the operation does not declare.
  case undeclaredFinding(String)
  /// A finding states something that its code does not declare.
  case undeclared(String, code: String)
  /// A finding's sentence names something that the finding does not state.
  case incompleteSentence(code: String, subject: String)
  /// A number of a finding is in another unit than its code declares.
  case wrongUnit(String, code: String, unit: String, declared: String)
  /// A number of a finding is infinite or not a number.
  case notFinite(String, code: String, subject: String)
  /// Two findings of one code are about the same subject.
  case twice(code: String, subject: String)
  /// A screening finding is more than a notice.
  case screeningTooSevere(code: String)
  /// What a finding declares decides what a mission cannot know.
  case forbiddenWord(String, code: String)
  /// A table that the operation does not declare, or with other columns.
  case undeclaredTable(String)
  /// A figure that the operation does not declare.
  case undeclaredFigure(String)
  /// A figure holds more than drawing.
  case unsafeFigure(String, language: String, reason: String)
  /// Something failed in a way that no room foresaw.
  case unexpected(String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unknownOperation(let name, let module): .init("K001", "module '\(module)' has no operation '\(name)'")
    case .missingInput(let name, let kind):
      .init("K002", "input '\(name)' is missing: it needs a dataset of kind \(kind)")
    case .missingOneOf(let names):
      .init(
        "K018",
        "none of the inputs \(Language.english.list(names.map { "'\($0)'" })) is given: at least one of them is needed")
    case .wrongInput(let name, let kind): .init("K003", "input '\(name)' is not a dataset of kind \(kind)")
    case .missingFile(let name): .init("K004", "file '\(name)' is missing")
    case .parameter(let message): message.text
    case .unreadableParameter(let name): .init("K005", "parameter '\(name)' cannot be read")
    case .undeclaredFinding(let code): .init("K009", "the operation makes a finding '\(code)' that it does not declare")
    case .undeclared(let name, let code):
      .init("K010", "the operation states '\(name)', which its finding '\(code)' does not declare")
    case .incompleteSentence(let code, let subject):
      .init(
        "K011", "the sentence of finding '\(code)' about '\(subject)' names something that the finding does not state")
    case .notFinite(let name, let code, let subject):
      .init("K012", "'\(name)' of finding '\(code)' about '\(subject)' is not a finite number")
    case .twice(let code, let subject): .init("K013", "two findings '\(code)' are about '\(subject)'")
    case .screeningTooSevere(let code):
      .init("K014", "finding '\(code)' is screening, which is never more than a notice")
    case .forbiddenWord(let word, let code):
      .init(
        "K015", "the words of finding '\(code)' say '\(word)', which decides what a mission cannot know",
        hint: "say what was counted, compared or reported, and by whom; names belong in its words, not in its sentence")
    case .undeclaredTable(let name):
      .init("K016", "the operation makes a table '\(name)' that it does not declare with these columns")
    case .undeclaredFigure(let name): .init("K017", "the operation makes a figure '\(name)' that it does not declare")
    case .unsafeFigure(let name, let language, let reason):
      .init(
        "K021", "the operation's figure '\(name)' (\(language)) holds \(reason), which a drawing may not",
        hint: "Docs/modules.md says what it may hold")
    case .unexpected(let text): .init("K019", text)
    case .wrongUnit(let name, let code, let unit, let declared):
      .init("K020", "'\(name)' of finding '\(code)' is in '\(unit)', and is declared in '\(declared)'")
    }
  }
}
