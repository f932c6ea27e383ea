import Files
import ModuleKit

/// Holds a workspace file against its schema, then against itself: names, modules, files.
///
/// What the schema refuses in one place does not hide what is wrong in another: every part that has the right shape
/// is read and checked. The workspace is only used where nothing was found.
struct WorkspaceChecker {
  let document: WorkspaceDocument
  let folder: WorkspaceFolder
  var catalogue: Catalogue
  private(set) var found = FoundProblems()

  mutating func check() -> Workspace? {
    if let version = document.value(["veedor"])?.integer, version != 1 {
      add(.version("\(version)"), at: ["veedor"])
      return nil
    }
    for problem in Workspace.schema.problems(of: document.value) {
      add(problem.message, at: problem.path, onKey: problem.concernsKey)
    }
    let withheld = withheld()
    let mission = mission(withheld)
    let modules = modules()
    let contests = contests()
    let datasets = datasets(contests)
    let analyses = analyses() + drafts(mission?.languages ?? [])
    let acknowledgements = acknowledgements()
    let disclosed = disclosed()
    checkUses()
    guard found.isSound, let mission else { return nil }
    return Workspace(
      folder: folder, mission: mission, contests: contests, datasets: datasets,
      analyses: analyses.filter { !$0.operation.makesPages }, drafts: analyses.filter(\.operation.makesPages),
      attachments: (document.value(["attachments"])?.list ?? []).compactMap(\.string), bundles: bundles(),
      acknowledgements: acknowledgements, disclosed: disclosed, modules: modules, withheld: withheld,
      entryKinds: catalogue.entryKinds)
  }

  mutating func add(_ message: WorkspaceMessage, at path: Path, onKey: Bool = false) {
    add(message as any DiagnosticMessage, at: path, onKey: onKey)
  }

  mutating func add(_ message: any DiagnosticMessage, at path: Path, onKey: Bool = false) {
    guard found.hasRoom else { return found.skip() }
    found.add(document.diagnostic(message, at: path, onKey: onKey))
  }

  // MARK: - Mission, contests, bundles

  private mutating func mission(_ withheld: Withheld?) -> Mission? {
    let place = ["mission"] as Path
    let languages = languages(place / "languages")
    let names = names(languages)
    let title = ownWords(place / "title", languages, names)
    let notice = ownWords(place / "notice", languages, names)
    var zone: Zone?
    if let name = document.value(place / "time_zone")?.string, !name.isEmpty {
      zone = Zone(name)
      if zone == nil { add(.unknownZone(name), at: place / "time_zone") }
    }
    let numbers = numbers(zone)
    var glossary: [String: Text] = [:]
    for key in document.keys(place / "glossary") {
      glossary[key] = ownWords(place / "glossary" / key, languages, names)
    }
    guard let id = document.value(place / "id")?.string, let title, let zone,
      let day = document.value(place / "election_day")?.string.flatMap({ Day(iso: $0) })
    else { return nil }
    return Mission(
      id: id, title: title, electionDay: day, zone: zone, languages: languages,
      notice: withheld.map { $0.words(behind: notice) } ?? notice, names: names,
      numbers: numbers, glossary: Glossary(glossary))
  }

  /// How the mission writes numbers: as the country of its zone, but for what it says otherwise.
  private mutating func numbers(_ zone: Zone?) -> NumberStyles {
    var styles = NumberStyles(zone: zone?.identifier ?? "")
    for language in Language.allCases {
      let place = ["mission", "numbers"] / language.rawValue
      guard let given = document.value(place) else { continue }
      // A blank that a line cannot break in, narrow as the academies and the International Bureau of Weights print it.
      if let group = given["group"]?.string { styles[language].group = group == " " ? "\u{202F}" : group }
      if let decimal = given["decimal"]?.string { styles[language].decimal = decimal }
      if styles[language].group == styles[language].decimal {
        add(.oneMarkForTwo(styles[language].decimal, place: place.text), at: place)
      }
    }
    return styles
  }

  /// The names that could be taken for a judgement: those that the mission lists, options and parties.
  private func names(_ languages: [Language]) -> [String] {
    var names = (document.value(["mission", "names"])?.list ?? []).compactMap(\.string)
    for contest in document.keys(["contests"]) {
      for option in document.keys(["contests"] / contest / "options") {
        for part in ["name", "party"] {
          let value = document.value(["contests"] / contest / "options" / option / part)
          names += [value?.string].compactMap(\.self) + languages.compactMap { value?[$0.rawValue]?.string }
        }
      }
    }
    return Set(names.filter(Wording.concerns(name:))).sorted()
  }

  /// A text that the mission says itself.
  private mutating func ownWords(_ place: Path, _ languages: [Language], _ names: [String]) -> Text? {
    let value = document.value(place)
    let texts = [(place, value?.string)] + languages.map { (place / $0.rawValue, value?[$0.rawValue]?.string) }
    for case (let place, let text?) in texts {
      for slip in Wording.slips(in: text, names: names) {
        add(.forbiddenWord(slip.word, place: place.text), at: place)
      }
    }
    return words(place, languages)
  }

  func languages(_ place: Path) -> [Language] {
    var seen: [Language] = []
    for it in (document.value(place)?.list ?? []).compactMap({ $0.string.flatMap(Language.init) })
    where !seen.contains(it) { seen.append(it) }
    return seen
  }

  /// A text for readers; where one is given for each language, every language of the mission needs its own.
  mutating func words(_ place: Path, _ languages: [Language]) -> Text? {
    let value = document.value(place)
    if let text = value?.string { return Text(text) }
    guard let texts = value?.object else { return nil }
    for language in languages where texts[language.rawValue] == nil {
      add(.missingLanguage(language.rawValue, place: place.text), at: place)
    }
    guard let some = languages.compactMap({ texts[$0.rawValue]?.string }).first else { return nil }
    return Text { texts[$0.rawValue]?.string ?? some }
  }

  private mutating func contests() -> [Contest] {
    let languages = languages(["mission", "languages"])
    return document.keys(["contests"]).map { id in
      let place = ["contests"] / id
      let options = document.keys(place / "options").map { option in
        let at = place / "options" / option
        return Contest.Option(
          option, name: words(at / "name", languages) ?? Text(option), party: words(at / "party", languages),
          colour: document.value(at / "colour")?.string)
      }
      if options.count < 2, document.value(place / "options")?.object != nil {
        add(.tooFewOptions(contest: id), at: place / "options")
      }
      let rule = Contest.Rule(document: document.value(place / "rule")) ?? .plurality
      return Contest(id, rule: rule, options: options)
    }
  }

  private func bundles() -> [Workspace.Bundle] {
    document.keys(["bundles"]).map { id in
      let place = ["bundles"] / id
      let parts = (document.value(place / "include")?.list ?? []).compactMap {
        $0.string.flatMap(Workspace.Bundle.Part.init)
      }
      return Workspace.Bundle(
        id: id, parts: Workspace.Bundle.Part.allCases.filter(parts.contains),
        profile: document.value(place / "profile")?.string ?? "public")
    }
  }

  // MARK: - Files

  /// Whether there is a file that can be read, within `limit` and reached without links: a link may lead out of the
  /// workspace, and bundles carry what the workspace names.
  mutating func checkFile(_ path: String?, at place: Path, _ limit: FileLimit) {
    guard let path, StringFormat.path.admits(path) else { return }
    do throws(FileError) {
      _ = try folder.input(path, atMost: limit)
    } catch .notRegular where (try? folder.home.folder(path)) != nil {
      add(.isFolder(path, ofData: limit == .data), at: place)
    } catch {
      if error.isAbsence {
        // Of what is not told in full nothing is looked for.
        add(.fileNotThere(path, near: found.hasRoom ? folder.home.nearFile(to: path) : nil), at: place)
      } else {
        add(error, at: place)
      }
    }
  }

  /// The file for each of `languages`; where one is given for each, each needs its own.
  mutating func files(_ place: Path, _ languages: [Language]) -> [Language: String] {
    let value = document.value(place)
    if let path = value?.string {
      checkFile(path, at: place, .small)
      return Dictionary(uniqueKeysWithValues: languages.map { ($0, path) })
    }
    guard let paths = value?.object else { return [:] }
    var out: [Language: String] = [:]
    for language in Language.allCases {
      guard let path = paths[language.rawValue]?.string else { continue }
      checkFile(path, at: place / language.rawValue, .small)
      out[language] = path
    }
    for language in languages where out[language] == nil {
      add(.missingLanguage(language.rawValue, place: place.text), at: place)
    }
    return out
  }
}
