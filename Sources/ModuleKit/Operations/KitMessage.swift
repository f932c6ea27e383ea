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
  /// A sentence decides what a mission cannot know.
  case forbiddenWord(String, code: String, subject: String)
  /// A table that the operation does not declare, or with other columns.
  case undeclaredTable(String)
  /// A figure that the operation does not declare.
  case undeclaredFigure(String)
  /// Something failed in a way that no room foresaw.
  case unexpected(String)

  /// The stable code.
  public var code: String {
    switch self {
    case .unknownOperation: "K001"
    case .missingInput: "K002"
    case .wrongInput: "K003"
    case .missingFile: "K004"
    case .parameter(let message): message.code
    case .unreadableParameter: "K005"
    case .undeclaredFinding: "K009"
    case .undeclared: "K010"
    case .incompleteSentence: "K011"
    case .notFinite: "K012"
    case .twice: "K013"
    case .screeningTooSevere: "K014"
    case .forbiddenWord: "K015"
    case .undeclaredTable: "K016"
    case .undeclaredFigure: "K017"
    case .missingOneOf: "K018"
    case .unexpected: "K019"
    case .wrongUnit: "K020"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .unknownOperation(let name, let module): "module '\(module)' has no operation '\(name)'"
    case .missingInput(let name, let kind): "input '\(name)' is missing: it needs a dataset of kind \(kind)"
    case .missingOneOf(let names):
      "none of the inputs \(Language.english.list(names.map { "'\($0)'" })) is given: at least one of them is needed"
    case .wrongInput(let name, let kind): "input '\(name)' is not a dataset of kind \(kind)"
    case .missingFile(let name): "file '\(name)' is missing"
    case .parameter(let message): message.message
    case .unreadableParameter(let name): "parameter '\(name)' cannot be read"
    case .undeclaredFinding(let code): "the operation makes a finding '\(code)' that it does not declare"
    case .undeclared(let name, let code): "the operation states '\(name)', which its finding '\(code)' does not declare"
    case .incompleteSentence(let code, let subject):
      "the sentence of finding '\(code)' about '\(subject)' names something that the finding does not state"
    case .wrongUnit(let name, let code, let unit, let declared):
      "'\(name)' of finding '\(code)' is in '\(unit)', and is declared in '\(declared)'"
    case .notFinite(let name, let code, let subject):
      "'\(name)' of finding '\(code)' about '\(subject)' is not a finite number"
    case .twice(let code, let subject): "two findings '\(code)' are about '\(subject)'"
    case .screeningTooSevere(let code): "finding '\(code)' is screening, which is never more than a notice"
    case .forbiddenWord(let word, let code, let subject):
      "the sentence of finding '\(code)' about '\(subject)' says '\(word)' outside a quotation"
    case .undeclaredTable(let name): "the operation makes a table '\(name)' that it does not declare with these columns"
    case .undeclaredFigure(let name): "the operation makes a figure '\(name)' that it does not declare"
    case .unexpected(let text): text
    }
  }

  /// What to do about it.
  public var hint: String? {
    if case .parameter(let message) = self { return message.hint }
    return nil
  }
}
