public import Diagnostics
public import ModuleKit

/// What can be wrong with a workspace beyond its schema: names that lead nowhere, files that are not there, cycles.
public enum WorkspaceMessage: Error, DiagnosticMessage, Equatable {
  /// The folder holds no workspace file.
  case noWorkspace(folder: String, near: String?)
  /// A file stands where a workspace is looked for.
  case workspaceIsFile(String)
  /// The file is of a version that this program does not read.
  case version(String)
  /// So many more problems than are told.
  case moreProblems(Int)
  /// A zone that the database does not have.
  case unknownZone(String)
  /// A text or file lacks one of the mission's languages.
  case missingLanguage(String, place: String)
  /// A text of the mission's own decides what a mission cannot know.
  case forbiddenWord(String, place: String)
  /// One mark stands between groups of digits and before decimals.
  case oneMarkForTwo(String, place: String)
  /// A draft is wanted in a language that the mission does not write in.
  case foreignLanguage(String)
  /// A contest with fewer than two options.
  case tooFewOptions(contest: String)
  /// A kind that no module brings.
  case unknownKind(String, known: [String])
  /// A contest that the file does not describe.
  case unknownContest(String, known: [String])
  /// A dataset lacks a setting that its kind needs.
  case needsSetting(DatasetDeclaration.Setting, dataset: String, kind: String)
  /// A dataset has a setting that its kind does not use.
  case needlessSetting(DatasetDeclaration.Setting, dataset: String, kind: String)
  /// A column that the kind does not have.
  case unknownColumn(String, known: [String])
  /// An area with the name of another column.
  case columnNameTaken(String)
  /// An option that the contest does not have.
  case unknownOption(String, contest: String, known: [String])
  /// A way of writing times that is not known.
  case unknownTime(String)
  /// More than `limit` columns of a file for one of the kind.
  case tooManyColumns(String, count: Int, limit: Int)
  /// A byte of a file of words that is no UTF-8.
  case notText(byte: UInt8)
  /// One mark between groups of digits and before fractions.
  case thousandsAreDecimals(String)
  /// A filter without a condition.
  case filterAsksNothing(String)
  /// A filter for a range that ends below where it begins.
  case filterBackwards(String)
  /// What is read from rows of a long file is to be read from a column too.
  case columnAndRows(String)
  /// A module that is not there.
  case unknownModule(String, known: [String])
  /// An operation that the module does not have.
  case unknownOperation(String, module: String, known: [String])
  /// An input that the operation does not have.
  case unknownInput(String, use: String, known: [String])
  /// An input that the operation needs.
  case missingInput(String, use: String, kind: String)
  /// None of the inputs of which the operation needs one.
  case missingOneOf([String], use: String)
  /// A dataset that the file does not describe.
  case unknownDataset(String, known: [String])
  /// A dataset of another kind than the input takes.
  case wrongKind(dataset: String, is: String, input: String, use: String, wants: String)
  /// A register of sources for a kind whose rows name none.
  case withoutSources(kind: String)
  /// A dataset of another kind where a register of sources is wanted.
  case noRegister(String, kind: String)
  /// An analysis that the file does not describe.
  case unknownAnalysis(String, known: [String])
  /// Results for an operation that reads none.
  case needlessResults(use: String)
  /// No results for an operation that reads them.
  case missingResults(use: String)
  /// A file slot that the operation does not have.
  case unknownFile(String, use: String, known: [String])
  /// A file that the operation needs.
  case missingFile(String, use: String)
  /// A path that leads to no file.
  case fileNotThere(String, near: String?)
  /// A folder stands where a file is wanted, which holds data or not.
  case isFolder(String, ofData: Bool)
  /// A pattern that no file's name is as.
  case matchesNothing(String)
  /// A pattern that is to go into folders of any depth.
  case patternOfFolders(String)
  /// A file that a dataset names twice.
  case fileTwice(String)
  /// More than `limit` files for one dataset.
  case tooManyFiles(Int, limit: Int)
  /// A pattern of file names that does not say which part is taken.
  case takesNoPart(String)
  /// A pattern of file names where no file's name is taken.
  case patternWithoutName
  /// Something to stand between columns, of which there is one.
  case joinsNothing
  /// What separates parts, and none that is taken, or the other way round.
  case splitWithoutPart
  /// Several columns of which one is to be split.
  case splitsSeveral
  /// An archive without the file that is wanted of it.
  case noMember(String, known: [String])
  /// A file in an archive that holds more than `times` its packed size.
  case memberTooDense(String, times: Int)
  /// Analyses that use each other.
  case cycle([String])
  /// An analysis at the beginning of a chain of uses longer than `limit`.
  case usesTooDeep(String, limit: Int)
  /// A draft with the name of an analysis.
  case nameTwice(String)
  /// A draft where no module of the program writes any.
  case noDrafting(String)
  /// A name that the results folder needs for itself.
  case reservedName(String)
  /// An acknowledgement of a whole dataset.
  case acknowledgesAll(String, dataset: String)
  /// An acknowledgement of a warning that is not given.
  case meetsNothing(String, dataset: String)
  /// An external module's `module.yaml` that cannot be used.
  case moduleUnreadable(path: String, line: Int?, reason: String)
  /// An external module with the name of a built-in one.
  case moduleNameTaken(String)
  /// An external module that calls itself otherwise than the workspace does.
  case moduleNameDiffers(String, itself: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noWorkspace(let folder, let near):
      .init(
        "W001", "there is no \(Workspace.fileName) in \(folder == "." ? "this folder" : "'\(folder)'")",
        hint: near.map { "is it '\($0)'? then rename it to \(Workspace.fileName)" } ?? "run 'veedor init' to begin one")
    case .workspaceIsFile(let path):
      .init(
        "W114", "'\(path)' is a file, and a workspace is a folder",
        hint: "give the folder in which \(Workspace.fileName) stands"
          + (path.hasSuffix("/\(Workspace.fileName)") ? ": '\(path.dropLast(Workspace.fileName.count + 1))'" : ""))
    case .version(let version): .init("W002", "this program reads version 1 of the workspace file, not \(version)")
    case .moreProblems(let count):
      .init("W003", count == 1 ? "and 1 more problem" : "and \(count) more problems")
    case .unknownZone(let name):
      .init("W020", "'\(name)' is no time zone of the IANA database", hint: "give a name such as America/Tegucigalpa")
    case .missingLanguage(let language, let place):
      .init("W021", "\(place) lacks '\(language)', one of the mission's languages")
    case .forbiddenWord(let word, let place):
      .init(
        "W024", "\(place) says '\(word)', which decides what a mission cannot know",
        hint: "say what was observed; if it belongs to a name, list the name under mission.names")
    case .oneMarkForTwo(let mark, let place):
      .init(
        "W025", "\(place) has '\(mark)' between groups of digits and before decimals",
        hint: "give both, such as {group: \",\", decimal: \".\"}; the country of time_zone says what is not given")
    case .foreignLanguage(let language): .init("W022", "'\(language)' is not one of the mission's languages")
    case .tooFewOptions(let contest): .init("W023", "contest '\(contest)' needs at least two options")
    case .unknownKind(let name, let known):
      .init(
        "W030", "unknown kind '\(name)': it is one of \(known.joined(separator: ", "))",
        hint: didYouMean(name, among: known))
    case .unknownContest(let name, let known):
      .init("W031", "unknown contest '\(name)'", hint: didYouMean(name, among: known))
    case .needsSetting(let setting, let dataset, let kind):
      .init("W032", "dataset '\(dataset)' is of kind \(kind), which needs a \(setting.rawValue)")
    case .needlessSetting(let setting, let dataset, let kind):
      .init("W033", "dataset '\(dataset)' is of kind \(kind), which knows no \(setting.rawValue)")
    case .unknownColumn(let name, let known):
      .init("W034", "the kind has no column '\(name)'", hint: didYouMean(name, among: known))
    case .columnNameTaken(let name): .init("W035", "'\(name)' is the name of another column of the kind")
    case .unknownOption(let name, let contest, let known):
      .init("W036", "contest '\(contest)' has no option '\(name)'", hint: didYouMean(name, among: known))
    case .unknownTime(let name):
      .init(
        "W037", "'\(name)' is no way of writing times",
        hint: "give unix_seconds, unix_milliseconds, or a pattern such as DD/MM/YYYY hh:mm:ss")
    case .tooManyColumns(let name, let count, let limit):
      .init("W038", "'\(name)' is made of \(count) columns, and of at most \(limit) one can be made")
    case .notText(let byte):
      .init(
        "W084", "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid UTF-8 here",
        hint: "save the file as UTF-8")
    case .thousandsAreDecimals(let mark):
      .init(
        "W083", "a \(mark) cannot stand between thousands and before decimals too",
        hint: "say which it is with 'decimal_mark'")
    case .filterAsksNothing(let column):
      .init(
        "W080", "the filter by '\(column)' says nothing of it",
        hint: "give 'is', 'is_not', 'missing', or a range with 'from' and 'to'")
    case .filterBackwards(let column):
      .init("W081", "the range of the filter by '\(column)' ends below where it begins")
    case .columnAndRows(let name):
      .init("W082", "'\(name)' is read from rows, as 'long.names' has it, so that 'columns' cannot name it too")
    case .unknownModule(let name, let known):
      .init(
        "W040", "unknown module '\(name)': it is one of \(known.joined(separator: ", "))",
        hint: didYouMean(name, among: known))
    case .unknownOperation(let name, let module, let known):
      .init(
        "W041", "module '\(module)' has no operation '\(name)': it has \(known.joined(separator: ", "))",
        hint: didYouMean("\(module).\(name)", among: known.map { "\(module).\($0)" }))
    case .unknownInput(let name, let use, let known):
      .init("W042", "\(use) has no input '\(name)'", hint: didYouMean(name, among: known))
    case .missingInput(let name, let use, let kind):
      .init("W043", "\(use) needs the input '\(name)', a dataset of kind \(kind)")
    case .missingOneOf(let names, let use):
      .init("W055", "\(use) needs at least one of the inputs \(Language.english.list(names.map { "'\($0)'" }))")
    case .unknownDataset(let name, let known):
      .init("W044", "unknown dataset '\(name)'", hint: didYouMean(name, among: known))
    case .wrongKind(let dataset, let kind, let input, let use, let wants):
      .init("W045", "input '\(input)' of \(use) takes a dataset of kind \(wants); '\(dataset)' is of kind \(kind)")
    case .withoutSources(let kind):
      .init("W070", "rows of kind \(kind) name no source, so that they need no register of sources")
    case .noRegister(let name, let kind):
      .init("W071", "'\(name)' is of kind \(kind); a register of sources is of kind sources")
    case .unknownAnalysis(let name, let known):
      .init("W046", "unknown analysis '\(name)'", hint: didYouMean(name, among: known))
    case .needlessResults(let use): .init("W047", "\(use) reads no results of other analyses")
    case .missingResults(let use):
      .init("W048", "\(use) reads the results of other analyses: say which", hint: "add 'uses:'")
    case .unknownFile(let name, let use, let known):
      .init("W049", "\(use) reads no file '\(name)'", hint: didYouMean(name, among: known))
    case .missingFile(let name, let use): .init("W050", "\(use) needs the file '\(name)'")
    case .fileNotThere(let path, let near):
      .init(
        "W051", "there is no file '\(path)'",
        hint: near.map {
          // Equal texts can have other bytes.
          $0 == path
            ? "there is one whose name is of the same letters in other characters, as some systems write accents: rename it"
            : "did you mean '\($0)'?"
        })
    case .isFolder(let path, let ofData):
      .init(
        "W113", "'\(path)' is a folder, and a file is wanted",
        hint: ofData ? "name the file in it, or all of them: '\(path)/*.csv'" : "name the file in it")
    case .matchesNothing(let pattern):
      .init(
        "W100", "no file is named as '\(pattern)' has it",
        hint: "'*' stands for what a name may hold, and not for folders; see that the ending is right")
    case .patternOfFolders(let pattern):
      .init(
        "W101", "'\(pattern)' has '**', which goes into no folders here",
        hint: "write a '*' for each folder, such as data/*/*.csv, and several patterns as a list")
    case .fileTwice(let path): .init("W102", "the file '\(path)' is named twice", hint: "each file is read once")
    case .tooManyFiles(let count, let limit):
      .init("W103", "these are \(count) files, and a dataset is read from \(limit) at most")
    case .takesNoPart(let pattern):
      .init(
        "W104", "the pattern '\(pattern)' does not say which part of the file's name is taken",
        hint: "write {} for it, once, and * for what may be anything: 'count_{}.csv'")
    case .patternWithoutName:
      .init("W105", "'pattern' is one of the file's name, which is not taken here", hint: "write 'from: file_name'")
    case .joinsNothing:
      .init("W110", "'join' stands between several columns, and one is named", hint: "name the others, or leave it out")
    case .splitWithoutPart:
      .init(
        "W111", "'split' and 'part' go together", hint: "split: \" / \", part: 2 is what stands behind the first sign")
    case .splitsSeveral: .init("W112", "'split' is for one column of the file, and several things are named")
    case .noMember(let name, let known):
      .init(
        "W106", "the archive holds no '\(name)'",
        hint: didYouMean(name, among: known)
          ?? "it holds \(known.prefix(3).joined(separator: ", "))"
          + (known.count > 3 ? " and \(known.count - 3) more" : ""))
    case .memberTooDense(let name, let times):
      .init(
        "W107",
        "'\(name)' in the archive holds more than \(times) times its packed size, as no table that people made does",
        hint: "unpack it yourself if it is what it should be")
    case .cycle(let names): .init("W052", "the analyses use each other in a circle: \(names.joined(separator: " -> "))")
    case .usesTooDeep(let name, let limit):
      .init("W057", "'\(name)' uses analyses that use others, more than \(limit) one behind another")
    case .nameTwice(let name): .init("W053", "'\(name)' is the name of an analysis already")
    case .noDrafting(let name): .init("W056", "the program has no module that writes drafts such as '\(name)'")
    case .reservedName(let name):
      .init("W054", "'\(name)' cannot be the name of an analysis: results of editions stand under it")
    case .acknowledgesAll(let code, let dataset):
      .init("W072", "the acknowledgement of \(code) in '\(dataset)' names neither a row nor a column")
    case .meetsNothing(let code, let dataset):
      .init(
        "W073", "no warning \(code) of '\(dataset)' is what the acknowledgement names",
        hint: "take it out, or give the row's key and the column as the warning has them")
    case .moduleUnreadable(let path, let line, let reason):
      .init(
        "W060",
        "the external module in '\(path)' cannot be used: \(line.map { "\(ModuleFile.name):\($0): " } ?? "")\(reason)"
      )
    case .moduleNameTaken(let name): .init("W061", "'\(name)' is the name of a module that comes with the program")
    case .moduleNameDiffers(let name, let itself):
      .init("W062", "the external module '\(name)' calls itself '\(itself)'", hint: "name it '\(itself)'")
    }
  }
  /// An error, but for an acknowledgement that meets nothing.
  public var severity: Diagnostic.Severity {
    if case .meetsNothing = self { .warning } else { .error }
  }
}
