import ArgumentParser
import ModuleKit

struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: spoken(
      en: "List the pages of the documentation, or print one.",
      es: "Lista las páginas de la documentación, o imprime una."),
    discussion: spoken(
      en: """
        The pages are inside the program: no connection is needed. On a terminal they are shown by the program that PAGER \
        names, else by less. 'veedor docs tutorial' is where to begin.
        """,
      es: """
        Las páginas están dentro del programa: no hace falta conexión. En una terminal las muestra el programa que indica \
        PAGER, y si no indica ninguno, less. Empiece por «veedor docs tutorial».
        """))

  @Argument(
    help: ArgumentHelp(
      spoken(en: "The page, such as tutorial.", es: "La página, como tutorial."), valueName: "page"))
  var page: String?

  func run() throws {
    let pages = DocumentationPage.all
    guard let page else {
      let width = pages.map(\.name.count).max() ?? 0
      for page in pages {
        let padding = String(repeating: " ", count: width - page.name.count)
        Console.print("\(page.name)\(padding)  \(page.title)" + (page.isSpoken ? "" : " (en inglés)"))
      }
      return
    }
    guard let found = DocumentationPage.named(page) else {
      throw Console.failure(DiagnosticsError(UsageMessage.unknownPage(page, known: pages.map(\.name))))
    }
    Pager.through { Console.print(page: found.text) }
  }
}
