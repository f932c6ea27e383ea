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
  case unsafeFigure(String, language: String, reason: Text)
  /// Something failed in a way that no room foresaw.
  case unexpected(String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unknownOperation(let name, let module):
      .init(
        "K001", en: "module '\(module)' has no operation '\(name)'",
        es: "el módulo «\(module)» no tiene la operación «\(name)»")
    case .missingInput(let name, let kind):
      .init(
        "K002", en: "input '\(name)' is missing: it needs a dataset of kind \(kind)",
        es: "falta la entrada «\(name)»: necesita un conjunto de datos de tipo \(kind)")
    case .missingOneOf(let names):
      .init(
        "K018",
        en:
          "none of the inputs \(Language.english.list(names.map { "'\($0)'" })) is given: at least one of them is needed",
        es:
          "no se da ninguna de las entradas \(Language.spanish.list(names.map { "«\($0)»" })): se necesita al menos una"
      )
    case .wrongInput(let name, let kind):
      .init(
        "K003", en: "input '\(name)' is not a dataset of kind \(kind)",
        es: "la entrada «\(name)» no es un conjunto de datos de tipo \(kind)")
    case .missingFile(let name): .init("K004", en: "file '\(name)' is missing", es: "falta el archivo «\(name)»")
    case .parameter(let message): message.text
    case .unreadableParameter(let name):
      .init("K005", en: "parameter '\(name)' cannot be read", es: "no se puede leer el parámetro «\(name)»")
    case .undeclaredFinding(let code):
      .init(
        "K009", en: "the operation makes a finding '\(code)' that it does not declare",
        es: "la operación produce un hallazgo «\(code)» que no declara")
    case .undeclared(let name, let code):
      .init(
        "K010", en: "the operation states '\(name)', which its finding '\(code)' does not declare",
        es: "la operación indica «\(name)», que su hallazgo «\(code)» no declara")
    case .incompleteSentence(let code, let subject):
      .init(
        "K011",
        en: "the sentence of finding '\(code)' about '\(subject)' names something that the finding does not state",
        es: "la oración del hallazgo «\(code)» sobre «\(subject)» nombra algo que el hallazgo no indica")
    case .notFinite(let name, let code, let subject):
      .init(
        "K012", en: "'\(name)' of finding '\(code)' about '\(subject)' is not a finite number",
        es: "«\(name)» del hallazgo «\(code)» sobre «\(subject)» no es un número finito")
    case .twice(let code, let subject):
      .init(
        "K013", en: "two findings '\(code)' are about '\(subject)'",
        es: "dos hallazgos «\(code)» son sobre «\(subject)»")
    case .screeningTooSevere(let code):
      .init(
        "K014", en: "finding '\(code)' is screening, which is never more than a notice",
        es: "el hallazgo «\(code)» es de cribado, que nunca pasa de aviso")
    case .forbiddenWord(let word, let code):
      .init(
        "K015", en: "the words of finding '\(code)' say '\(word)', which decides what a mission cannot know",
        es: "las palabras del hallazgo «\(code)» dicen «\(word)», que decide lo que una misión no puede saber",
        hint: Text(
          en: "say what was counted, compared or reported, and by whom; names belong in its words, not in its sentence",
          es: "diga qué se contó, se comparó o se informó, y quién; los nombres van en sus palabras, no en su oración"))
    case .undeclaredTable(let name):
      .init(
        "K016", en: "the operation makes a table '\(name)' that it does not declare with these columns",
        es: "la operación produce una tabla «\(name)» que no declara con estas columnas")
    case .undeclaredFigure(let name):
      .init(
        "K017", en: "the operation makes a figure '\(name)' that it does not declare",
        es: "la operación produce una figura «\(name)» que no declara")
    case .unsafeFigure(let name, let language, let reason):
      .init(
        "K021", en: "the operation's figure '\(name)' (\(language)) holds \(reason.en), which a drawing may not",
        es: "la figura «\(name)» (\(language)) de la operación contiene \(reason.es), que un dibujo no puede tener",
        hint: Text(
          en: "'veedor docs modules' says what it may hold", es: "«veedor docs modules» indica qué puede contener"))
    case .unexpected(let text): .init("K019", en: text, es: text)
    case .wrongUnit(let name, let code, let unit, let declared):
      .init(
        "K020", en: "'\(name)' of finding '\(code)' is in '\(unit)', and is declared in '\(declared)'",
        es: "«\(name)» del hallazgo «\(code)» está en «\(unit)», y se declara en «\(declared)»")
    }
  }
}
