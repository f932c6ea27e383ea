import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: spoken(
      en: "Print a completion script for a shell.",
      es: "Imprime un guion de autocompletado para un intérprete de comandos."))

  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: ArgumentHelp(spoken(en: "The shell: bash, zsh or fish.", es: "El intérprete: bash, zsh o fish.")))
  var shell: Shell

  func run() throws {
    let shells: [Shell: CompletionShell] = [.bash: .bash, .zsh: .zsh, .fish: .fish]
    guard let known = shells[shell] else { return }
    Console.print(script: Veedor.completionScript(for: known))
  }
}
