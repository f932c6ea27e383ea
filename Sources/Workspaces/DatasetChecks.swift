import Files
import Ledger
import ModuleKit

extension WorkspaceChecker {
  /// The datasets, each against its kind and its contest.
  mutating func datasets(_ contests: [Contest]) -> [Workspace.Dataset] {
    document.keys(["datasets"]).compactMap { id in
      let place = ["datasets"] / id
      let contest = document.value(place / "contest")?.string
      if let contest, !contests.contains(where: { $0.id == contest }) {
        add(.unknownContest(contest, known: contests.map(\.id)), at: place / "contest")
      }
      let kind = document.value(place / "kind")?.string
      let known = kind.flatMap { catalogue.kinds[$0] }
      if let kind, known == nil, StringFormat.identifier.admits(kind) {
        add(.unknownKind(kind, known: catalogue.kinds.keys.sorted()), at: place / "kind")
      }
      if let kind, let known { checkSettings(of: id, kind, known, at: place) }
      let ledgerRows = ledgerRows(at: place, kind: known?.id)
      let files = ledgerRows == nil ? dataFiles(at: place / "path") : ([], Ledger.folderName)
      let section = DatasetSection(document, at: place)
      var declaration = section.declaration
      declaration.contest = contests.first { $0.id == contest }
      declaration.source = words(place / "source", languages(["mission", "languages"]))
      checkRegister(declaration.sources, of: known, at: place / "sources")
      for problem in section.problems { add(problem.message, at: problem.place) }
      if let known, known.takes.contains(.contest) == (declaration.contest != nil) {
        checkColumns(declaration, known.columns(for: declaration), at: place)
        checkPersonal(declaration, known.columns(for: declaration), files?.paths ?? [], at: place / "personal")
      }
      guard let known, let files else { return nil }
      return Workspace.Dataset(
        id: id, kind: known, files: files.paths, ledgerRows: ledgerRows, name: files.name, declaration: declaration)
    }
  }

  /// How the rows of a dataset that says `from: ledger` are made; nil where it is read from files, or cannot be read.
  private mutating func ledgerRows(at place: Path, kind: String?) -> LedgerRows? {
    let isThere = document.value(place) != nil
    guard document.value(place / "from")?.string == Ledger.folderName else {
      if isThere, document.value(place / "path") == nil, document.value(place / "from") == nil {
        add(SchemaMessage.missingKey("path", place: place.text), at: place, onKey: true)
      }
      return nil
    }
    for key in DatasetSection.keysOfFiles where document.value(place / key) != nil {
      add(.needlessWithLedger(key), at: place / key, onKey: true)
    }
    guard let kind else { return nil }
    if let rows = catalogue.ledgerRows[kind] { return rows }
    add(.notInLedger(kind: kind, known: catalogue.ledgerRows.keys.sorted()), at: place / "from")
    return nil
  }

  /// Whether the workspace says of a dataset what its kind needs, and nothing that it does not use.
  private mutating func checkSettings(of id: String, _ kind: String, _ known: any AnyDatasetKind, at place: Path) {
    for setting in DatasetDeclaration.Setting.allCases {
      let isThere = document.value(place / setting.rawValue) != nil
      if known.takes.contains(setting), !isThere, [.contest, .track].contains(setting) {
        add(.needsSetting(setting, dataset: id, kind: kind), at: place, onKey: true)
      }
      if !known.takes.contains(setting), isThere {
        add(.needlessSetting(setting, dataset: id, kind: kind), at: place / setting.rawValue, onKey: true)
      }
    }
  }

  /// Whether there is a register of the name that rows of the kind can hold keys of.
  private mutating func checkRegister(_ name: String?, of known: (any AnyDatasetKind)?, at place: Path) {
    guard let name else { return }
    if let known, !known.namesSources {
      add(.withoutSources(kind: known.id), at: place, onKey: true)
    } else if !document.has(name, in: "datasets") {
      add(.unknownDataset(name, known: document.keys(["datasets"])), at: place)
    } else if let kind = document.value(["datasets"] / name / "kind")?.string, kind != DatasetKind.sources.id {
      add(.noRegister(name, kind: kind), at: place)
    }
  }

  /// Columns that public editions are to lack, and cannot: the file is no CSV, or the dataset is not read without them.
  private mutating func checkPersonal(
    _ declaration: DatasetDeclaration, _ columns: [KindColumn], _ files: [String], at place: Path
  ) {
    guard !declaration.personal.isEmpty else { return }
    let isCSV = files.allSatisfy { [".csv", ".csv.gz"].contains(where: $0.hasSuffix) }
    if !isCSV || declaration.member != nil { add(.cannotCut(file: files.first ?? ""), at: place, onKey: true) }
    let needed = columns.filter { [.key, .required].contains($0.role) }.flatMap { column in
      declaration.columns[column.name].map { $0.columns + $0.less } ?? [column.name]
    }
    let used =
      needed + declaration.filters.map(\.column)
      + [declaration.long?.option, declaration.long?.votes].compactMap(\.self)
    for name in declaration.personal where used.contains(name) { add(.cannotDoWithout(name), at: place, onKey: true) }
  }

  /// Columns that the kind does not have, and areas with the names of others.
  private mutating func checkColumns(_ declaration: DatasetDeclaration, _ columns: [KindColumn], at place: Path) {
    let names = columns.map(\.name)
    let times = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for column in document.keys(place / "columns") where times[column] == nil {
      add(.unknownColumn(column, known: names), at: place / "columns" / column, onKey: true)
    }
    for total in document.keys(place / "expect" / "totals") where times[total] == nil {
      add(.unknownColumn(total, known: names), at: place / "expect" / "totals" / total, onKey: true)
    }
    for (index, area) in declaration.areas.enumerated() where times[area, default: 0] > 1 {
      add(.columnNameTaken(area), at: place / "areas" / index)
    }
    let options = declaration.contest?.options.map(\.id) ?? []
    let numbers = columns.filter(\.isWholeNumber).map(\.name)
    for option in document.keys(place / "long" / "names") where !options.contains(option) {
      let at = place / "long" / "names" / option
      if !numbers.contains(option) {
        add(
          .unknownOption(option, contest: declaration.contest?.id ?? "", known: options + ["blank", "null"]), at: at,
          onKey: true)
      } else if declaration.columns[option] != nil {
        add(.columnAndRows(option), at: at, onKey: true)
      }
    }
  }
}
