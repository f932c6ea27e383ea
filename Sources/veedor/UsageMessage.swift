import ArgumentParser
import ModuleKit
import Workspaces

/// What can be wrong with a command line beyond what the parser of arguments tells.
enum UsageMessage: DiagnosticMessage, Equatable {
  /// A word that is no command of `parent`.
  case unknownCommand(String, parent: String, known: [String])
  /// A command that would ask, and there is no terminal.
  case cannotAsk([LookQuestion])

  var text: MessageText {
    switch self {
    case .unknownCommand(let word, let parent, let known):
      .init(
        "U001", "'\(parent)' has no command '\(word)'",
        hint: didYouMean(word, among: known) ?? "'\(parent) --help' lists the commands")
    case .cannotAsk(let questions):
      .init(
        "U003",
        "there is no terminal on which to ask \(questions.map { "\($0.sentence) [\($0.usual)]" }.joined(separator: "; "))",
        hint: "--yes takes what stands in brackets, and marks it as not sure in the file")
    }
  }

  var status: ExitStatus { .usage }

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
