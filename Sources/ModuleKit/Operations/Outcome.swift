/// What a run of an operation gave.
public struct Outcome: Sendable, Equatable {
  /// What was found, in the order in which the operation told it.
  public var findings: [Finding] = []
  /// The tables, figures and pages, in the order of their names; each name stands once.
  public private(set) var artefacts: [Artefact] = []

  /// An outcome without anything in it.
  public init() {}

  /// Adds `artefact`, in the place of one of the same name.
  public mutating func add(_ artefact: Artefact) {
    let place = artefacts.firstIndex { $0.name >= artefact.name } ?? artefacts.endIndex
    if place < artefacts.endIndex, artefacts[place].name == artefact.name {
      artefacts[place] = artefact
    } else {
      artefacts.insert(artefact, at: place)
    }
  }

  /// Adds the figure `name`, as SVG text in every language.
  public mutating func add(figure name: String, _ svg: Text) {
    for language in Language.allCases { add(Artefact(.figure(name, language), svg[language])) }
  }

  /// The tables, by name.
  public var tables: [String: Table] {
    artefacts.reduce(into: [:]) { tables, it in
      if case (.table(let name), .table(let table)) = (it.name, it.content) { tables[name] = table }
    }
  }

  /// The figures as SVG text in every language, by name.
  public var figures: [String: Text] {
    artefacts.reduce(into: [:]) { figures, it in
      if case (.figure(let name, let language), .text(let svg)) = (it.name, it.content) {
        figures[name, default: Text("")][language] = svg
      }
    }
  }

  /// The pages as HTML, by language.
  public var pages: [Language: String] {
    artefacts.reduce(into: [:]) { pages, it in
      if case (.page(let language), .text(let html)) = (it.name, it.content) { pages[language] = html }
    }
  }
}
