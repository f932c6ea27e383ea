import ArgumentParser
import Files
import Glibc
import ModuleKit
import Workbench

@main
struct Veedor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "veedor",
    abstract: spoken(
      en: "The workbench of an election-observation mission.",
      es: "La mesa de trabajo de una misión de observación electoral."),
    discussion: spoken(
      en: """
        One folder holds a mission: its data, its analyses, its draft statements. Its veedor.yaml describes it. Veedor \
        checks it, runs the analyses, writes drafts whose every figure is bound to a finding, and packs what came out \
        into bundles that another mission can verify and run again to the same bytes.

        Exit status: \(ExitStatus.sentence.en). Data goes to standard output, messages to standard error. --language en or --language \
        es chooses the language of messages.
        """,
      es: """
        Una carpeta contiene una misión: sus datos, sus análisis, los borradores de sus declaraciones. Su veedor.yaml \
        la describe. Veedor la revisa, ejecuta los análisis, escribe borradores en los que cada cifra está vinculada a \
        un hallazgo, y empaqueta el resultado para que otra misión lo verifique y lo vuelva a ejecutar hasta los \
        mismos bytes.

        Estado de salida: \(ExitStatus.sentence.es). Los datos van a la salida estándar, \
        los mensajes a la de error. --language en o --language es elige el idioma de los mensajes.
        """),
    version: ProgramVersion.text,
    subcommands: [
      InitCommand.self, DataCommand.self, CheckCommand.self, ExplainCommand.self, SchemaCommand.self, PlanCommand.self,
      RunCommand.self, ShowCommand.self, SourceCommand.self, LogCommand.self, LedgerCommand.self, KeyCommand.self,
      RecountCommand.self,
      DraftCommand.self,
      BundleCommand.self, OpenCommand.self, ModuleCommand.self, DocsCommand.self, DoctorCommand.self,
      CompletionsCommand.self,
    ])

  static func main() async {
    // A reader that stops reading, as `head` does, is a clean end.
    signal(SIGPIPE, SIG_DFL)
    // A width that is none, or hardly one, is that of no terminal: help is wrapped as where nothing says it.
    if let columns = getenv("COLUMNS"), atoi(columns) < 40 { unsetenv("COLUMNS") }
    OpenFiles.allowMost()
    do {
      try Interruption.watch()
      try Threads.require()
      let arguments = try Self.arguments(entering: Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let exit as Exit {
      Glibc.exit(exit.status.rawValue)
    } catch {
      let status = exitCode(for: error)
      if status == .success {
        Console.print(help: ParserWords.spoken(Self.fullMessage(for: error)))
        return
      }
      guard status == .validationFailure else { Glibc.exit(Console.failure(error).status.rawValue) }
      Console.message(usage: Self.fullMessage(for: error))
      Glibc.exit(ExitStatus.usage.rawValue)
    }
  }

  /// The arguments without `--language LANGUAGE`, which is spoken from then on, and behind a leading `-C DIR`, whose folder is entered.
  /// A name that is no command ends the program.
  private static func arguments(entering all: [String]) throws -> [String] {
    var arguments = try ProgramLanguage.take(from: all[...])
    if arguments.first == "-C", arguments.count > 1 {
      let folder = arguments[1]
      guard chdir(folder) == 0 else {
        throw ValidationError(
          spoken(en: "cannot enter the folder '\(folder)'", es: "no se puede entrar en la carpeta «\(folder)»"))
      }
      arguments = arguments.dropFirst(2)
    }
    if let unknown = UsageMessage.unknownCommand(in: arguments, of: Self.self) {
      throw Console.failure(DiagnosticsError(unknown))
    }
    return Array(arguments)
  }
}

/// The end of a command that has said what it had to say.
struct Exit: Error {
  let status: ExitStatus
}
