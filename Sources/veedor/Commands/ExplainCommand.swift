import ArgumentParser
import ModuleKit

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: spoken(
      en: "Tell what a message means and what to do, by its code.",
      es: "Dice qué significa un mensaje y qué hacer, por su código."),
    discussion: spoken(
      en: "The code is what stands in brackets, as in error[W012]. 'veedor docs messages' has all of them.",
      es: "El código es lo que está entre corchetes, como en error[W012]. «veedor docs messages» los tiene todos."))

  @Argument(help: ArgumentHelp(spoken(en: "The code, such as W012.", es: "El código, como W012."), valueName: "code"))
  var code: String

  func run() throws {
    guard let page = DocumentationPage.named("messages") else { return }
    guard let section = page.section(code.uppercased()) else {
      throw Console.failure(DiagnosticsError(UsageMessage.unknownCode(code, known: page.headings)))
    }
    Console.print(page: section)
  }
}
