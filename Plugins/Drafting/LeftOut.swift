import ModuleKit
import Pages

/// The part of an edition's page that says what is not in it since nobody knows when it became known.
struct LeftOut {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// The part; nothing where nothing is left out.
  func section(_ undated: [UndatedRows]) -> [PageNode] {
    let count = undated.reduce(0) { $0 + $1.count }
    guard count > 0 else { return [] }
    let number = language.number(count)
    let sentence = Text(
      en: count == 1
        ? "1 fact of unknown date is not in this edition." : "\(number) facts of unknown date are not in this edition.",
      es: count == 1
        ? "1 hecho de fecha desconocida no está en esta edición."
        : "\(number) hechos de fecha desconocida no están en esta edición.")
    let heading = Text(en: "Not in this edition", es: "Lo que no está en esta edición")
    return [
      PageNode(
        .section, [.labelled(by: "left-out")],
        [
          PageNode(.h2, [.id("left-out")], heading[language]), PageNode(.p, sentence[language]),
          PageNode(.ul, undated.flatMap(items).map { PageNode(.li, $0) }),
        ])
    ]
  }

  /// The most sources that are named for one dataset.
  private static let mostNamed = 20

  /// A line for each source, then how many more facts there are; one for a dataset that names no sources.
  private func items(_ undated: UndatedRows) -> [String] {
    let named = undated.sources.prefix(Self.mostNamed)
    let more = undated.count - named.reduce(0) { $0 + $1.count }
    var lines = named.map { "\($0.name[language]): \(language.number($0.count))" }
    if lines.isEmpty {
      lines.append("\(undated.dataset): \(language.number(more))")
    } else if more > 0 {
      lines.append("\(Text(en: "other sources", es: "otras fuentes")[language]): \(language.number(more))")
    }
    return lines
  }
}
