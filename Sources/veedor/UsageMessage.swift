import ArgumentParser
import ModuleKit
import Workspaces

/// What can be wrong with a command line beyond what the parser of arguments tells.
enum UsageMessage: Error, DiagnosticMessage, Equatable {
  /// A word that is no command of `parent`.
  case unknownCommand(String, parent: String, known: [String])
  /// A language that the program does not speak.
  case noLanguage(String)
  /// A page that the documentation has not.
  case unknownPage(String, known: [String])
  /// A code that no message has.
  case unknownCode(String, known: [String])
  /// A name that is no kind, operation or command.
  case noSchema(String, kinds: [String], operations: [String], commands: [String])
  /// A topic of which nothing is found.
  case unknownTopic(String, known: [String])
  /// A folder that is to be made, and is there.
  case folderIsThere(String)
  /// A command that would ask, and there is no terminal.
  case cannotAsk([LookQuestion])

  var text: MessageText {
    switch self {
    case .unknownCommand(let word, let parent, let known):
      .init(
        "U001", en: "'\(parent)' has no command '\(word)'", es: "«\(parent)» no tiene el comando «\(word)»",
        hint: didYouMean(word, among: known)
          ?? Text(en: "'\(parent) --help' lists the commands", es: "«\(parent) --help» lista los comandos"))
    case .noLanguage(let word):
      .init(
        "U004", en: "the program does not speak '\(word)'", es: "el programa no habla «\(word)»",
        hint: Text(en: "--language takes en or es", es: "--language toma en o es"))
    case .unknownPage(let word, let known):
      .init(
        "U005", en: "there is no page '\(word)'", es: "no hay ninguna página «\(word)»",
        hint: didYouMean(word, among: known)
          ?? Text(en: "'veedor docs' lists the pages", es: "«veedor docs» lista las páginas"))
    case .unknownCode(let word, let known):
      .init(
        "U006", en: "no message has the code '\(word)'", es: "ningún mensaje tiene el código «\(word)»",
        hint: didYouMean(word.uppercased(), among: known)
          ?? Text(en: "'veedor docs messages' has all of them", es: "«veedor docs messages» los tiene todos"))
    case .noSchema(let word, let kinds, let operations, let commands):
      .init(
        "U007", en: "'\(word)' is no kind, operation or command",
        es: "«\(word)» no es un tipo, una operación ni un comando",
        hint: operations.first { $0.hasSuffix(".\(word)") }.map(Self.meant) ?? didYouMean(
          word, among: kinds + operations + commands)
          ?? Text(
            en:
              "the kinds are \(kinds.joined(separator: ", ")); the operations \(operations.joined(separator: ", ")); 'veedor --help' lists the commands",
            es:
              "los tipos son \(kinds.joined(separator: ", ")); las operaciones, \(operations.joined(separator: ", ")); «veedor --help» muestra los comandos"
          ))
    case .unknownTopic(let word, let known):
      .init(
        "U008", en: "nothing is found on the topic '\(word)'", es: "no hay nada hallado sobre el tema «\(word)»",
        hint: didYouMean(word, among: known)
          ?? (known.isEmpty
            ? nil
            : Text(
              en: "there are findings on \(known.joined(separator: ", "))",
              es: "hay hallazgos sobre \(known.joined(separator: ", "))")))
    case .folderIsThere(let path):
      .init(
        "U009", en: "'\(path)' is there already, and is not empty", es: "ya existe «\(path)», y tiene contenido",
        hint: Text(
          en: "give another name; if it is a workspace, 'veedor check \(path)' looks at it",
          es: "dé otro nombre; si es un espacio de trabajo, «veedor check \(path)» lo revisa"))
    case .cannotAsk(let questions):
      .init(
        "U003",
        en:
          "there is no terminal on which to ask \(questions.map { "\($0.sentence.en) [\($0.usual)]" }.joined(separator: "; "))",
        es:
          "no hay una terminal en la que preguntar \(questions.map { "\($0.sentence.es) [\($0.usual)]" }.joined(separator: "; "))",
        hint: Text(
          en: "--yes takes what stands in brackets, and marks it as not sure in the file",
          es: "--yes toma lo que está entre corchetes, y lo marca en el archivo como no seguro"))
    }
  }

  var status: ExitStatus { .usage }

  private static func meant(_ name: String) -> Text {
    Text(en: "did you mean '\(name)'?", es: "¿quiso decir «\(name)»?")
  }

  /// The first word of `arguments` that stands where `command` or one of its commands wants a command, and is none.
  static func unknownCommand(in arguments: ArraySlice<String>, of command: any ParsableCommand.Type) -> UsageMessage? {
    var (command, path) = (command, name(of: command))
    for word in arguments {
      let configuration = command.configuration
      guard !configuration.subcommands.isEmpty, configuration.defaultSubcommand == nil, !word.hasPrefix("-"),
        word != "help"
      else { return nil }
      guard let next = configuration.subcommands.first(where: { name(of: $0) == word }) else {
        return .unknownCommand(word, parent: path, known: configuration.subcommands.map(name))
      }
      (command, path) = (next, "\(path) \(word)")
    }
    return nil
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
