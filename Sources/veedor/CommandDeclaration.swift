import ArgumentParser
import ModuleKit

/// What a command takes and with what it ends, in the language in which the program speaks.
///
/// It is read off what the parser of arguments says of its commands for other programs (`_dumpHelp`, serialization version 0).
struct CommandDeclaration {
  private let info: Value

  /// The command that `words` name below the program's own, as in `log add`; nil where there is none.
  init?(_ words: [String]) {
    guard var info = (try? Value(json: Veedor._dumpHelp().utf8))?["command"] else { return nil }
    for word in words {
      guard let next = Self.commands(of: info).first(where: { $0["commandName"]?.string == word }) else { return nil }
      info = next
    }
    self.info = info
  }

  /// The names of the program's commands.
  static var names: [String] { Veedor.configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// What is printed of it.
  var document: Value {
    let arguments = (info["arguments"]?.list ?? []).filter {
      $0["shouldDisplay"]?.bool == true && !Self.isEverywhere($0)
    }
    let isArgument: (Value) -> Bool = { $0["kind"]?.string == "positional" }
    return .object([
      "command": .string(
        ((info["superCommands"]?.texts ?? []) + [Self.text(info, "commandName")]).joined(separator: " ")),
      "summary": .string(Self.text(info, "abstract")), "description": .string(Self.text(info, "discussion")),
      "arguments": .list(arguments.filter(isArgument).map(Self.document)),
      "options": .list(arguments.filter { !isArgument($0) }.map(Self.document)),
      "commands": .list(Self.commands(of: info).map { .string(Self.text($0, "commandName")) }),
      "exit_statuses": .object(
        Dictionary(
          uniqueKeysWithValues: ExitStatus.words.map {
            ("\($0.status)", .string(spoken(en: $0.meaning.en, es: $0.meaning.es)))
          })),
    ])
  }

  /// An argument or an option: its names, what stands behind it, what it may be, and what it is for.
  private static func document(_ argument: Value) -> Value {
    var out: [String: Value] = [
      "is_required": .bool(argument["isOptional"]?.bool == false),
      "repeats": .bool(argument["isRepeating"]?.bool == true),
      "meaning": .string(text(argument, "abstract")),
    ]
    let names = (argument["names"]?.list ?? []).map { name in
      (name["kind"]?.string == "long" ? "--" : "-") + text(name, "name")
    }
    if names.isEmpty {
      out["name"] = argument["valueName"]
    } else {
      out["names"] = .list(names.map(Value.string))
      if argument["kind"]?.string == "option" { out["value"] = argument["valueName"] }
    }
    if let values = argument["allValues"] { out["values"] = values }
    if let value = argument["defaultValue"] { out["default"] = value }
    return .object(out)
  }

  /// Whether it is one of the options that every command has.
  private static func isEverywhere(_ argument: Value) -> Bool {
    ["help", "version"].contains(argument["valueName"]?.string) && argument["kind"]?.string == "flag"
  }

  private static func commands(of info: Value) -> [Value] {
    (info["subcommands"]?.list ?? []).filter { $0["commandName"]?.string != "help" }
  }

  private static func text(_ value: Value, _ key: String) -> String { value[key]?.string ?? "" }
}

extension ExitStatus {
  /// All statuses with which the program ends, also that of what is done, and what they mean.
  static let words: [(status: Int32, meaning: Text)] =
    [(0, Text(en: "done", es: "hecho"))] + allCases.map { ($0.rawValue, $0.meaning) }

  private var meaning: Text {
    switch self {
    case .failed: Text(en: "a run failed", es: "falló una ejecución")
    case .usage: Text(en: "wrong use", es: "uso incorrecto")
    case .invalid: Text(en: "the workspace is invalid", es: "el espacio de trabajo no es válido")
    case .unverified: Text(en: "verification failed", es: "falló la verificación")
    case .findings:
      Text(en: "findings at or above --fail-on", es: "hay hallazgos de la gravedad de --fail-on o más")
    }
  }

  /// The statuses in a sentence.
  static var sentence: Text {
    Text { language in words.map { "\($0.status) \($0.meaning[language])" }.joined(separator: ", ") }
  }
}
