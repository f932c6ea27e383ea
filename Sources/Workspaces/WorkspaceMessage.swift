public import Diagnostics
public import ModuleKit

/// What can be wrong with a workspace beyond its schema: names that lead nowhere, files that are not there, cycles.
public enum WorkspaceMessage: DiagnosticMessage, Equatable {
  /// The folder holds no workspace file.
  case noWorkspace(folder: String)
  /// The file is of a version that this program does not read.
  case version(String)
  /// A zone that the database does not have.
  case unknownZone(String)
  /// A text or file lacks one of the mission's languages.
  case missingLanguage(String, place: String)
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
  case fileNotThere(String)
  /// Analyses that use each other.
  case cycle([String])
  /// A draft with the name of an analysis.
  case nameTwice(String)
  /// A draft where no module of the program writes any.
  case noDrafting(String)
  /// A name that the results folder needs for itself.
  case reservedName(String)
  /// An external module's `module.yaml` that cannot be used.
  case moduleUnreadable(path: String, line: Int?, reason: String)
  /// An external module with the name of a built-in one.
  case moduleNameTaken(String)
  /// An external module that calls itself otherwise than the workspace does.
  case moduleNameDiffers(String, itself: String)

  /// The stable code.
  public var code: String {
    switch self {
    case .noWorkspace: "W001"
    case .version: "W002"
    case .unknownZone: "W020"
    case .missingLanguage: "W021"
    case .foreignLanguage: "W022"
    case .tooFewOptions: "W023"
    case .unknownKind: "W030"
    case .unknownContest: "W031"
    case .needsSetting: "W032"
    case .needlessSetting: "W033"
    case .unknownColumn: "W034"
    case .columnNameTaken: "W035"
    case .unknownOption: "W036"
    case .unknownTime: "W037"
    case .unknownModule: "W040"
    case .unknownOperation: "W041"
    case .unknownInput: "W042"
    case .missingInput: "W043"
    case .unknownDataset: "W044"
    case .wrongKind: "W045"
    case .unknownAnalysis: "W046"
    case .needlessResults: "W047"
    case .missingResults: "W048"
    case .unknownFile: "W049"
    case .missingFile: "W050"
    case .fileNotThere: "W051"
    case .cycle: "W052"
    case .nameTwice: "W053"
    case .reservedName: "W054"
    case .missingOneOf: "W055"
    case .noDrafting: "W056"
    case .moduleUnreadable: "W060"
    case .moduleNameTaken: "W061"
    case .moduleNameDiffers: "W062"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .noWorkspace(let folder):
      "there is no \(Workspace.fileName) in \(folder == "." ? "this folder" : "'\(folder)'")"
    case .version(let version): "this program reads version 1 of the workspace file, not \(version)"
    case .unknownZone(let name): "'\(name)' is no time zone of the IANA database"
    case .missingLanguage(let language, let place): "\(place) lacks '\(language)', one of the mission's languages"
    case .foreignLanguage(let language): "'\(language)' is not one of the mission's languages"
    case .tooFewOptions(let contest): "contest '\(contest)' needs at least two options"
    case .unknownKind(let kind, let known): "unknown kind '\(kind)': it is one of \(known.joined(separator: ", "))"
    case .unknownContest(let name, _): "unknown contest '\(name)'"
    case .needsSetting(let setting, let dataset, let kind):
      "dataset '\(dataset)' is of kind \(kind), which needs a \(setting.rawValue)"
    case .needlessSetting(let setting, let dataset, let kind):
      "dataset '\(dataset)' is of kind \(kind), which knows no \(setting.rawValue)"
    case .unknownColumn(let name, _): "the kind has no column '\(name)'"
    case .columnNameTaken(let name): "'\(name)' is the name of another column of the kind"
    case .unknownOption(let name, let contest, _): "contest '\(contest)' has no option '\(name)'"
    case .unknownTime(let name): "'\(name)' is no way of writing times"
    case .unknownModule(let name, let known):
      "unknown module '\(name)': it is one of \(known.joined(separator: ", "))"
    case .unknownOperation(let name, let module, let known):
      "module '\(module)' has no operation '\(name)': it has \(known.joined(separator: ", "))"
    case .unknownInput(let name, let use, _): "\(use) has no input '\(name)'"
    case .missingInput(let name, let use, let kind): "\(use) needs the input '\(name)', a dataset of kind \(kind)"
    case .missingOneOf(let names, let use):
      "\(use) needs at least one of the inputs \(Language.english.list(names.map { "'\($0)'" }))"
    case .unknownDataset(let name, _): "unknown dataset '\(name)'"
    case .wrongKind(let dataset, let kind, let input, let use, let wants):
      "input '\(input)' of \(use) takes a dataset of kind \(wants); '\(dataset)' is of kind \(kind)"
    case .unknownAnalysis(let name, _): "unknown analysis '\(name)'"
    case .needlessResults(let use): "\(use) reads no results of other analyses"
    case .missingResults(let use): "\(use) reads the results of other analyses: say which"
    case .unknownFile(let name, let use, _): "\(use) reads no file '\(name)'"
    case .missingFile(let name, let use): "\(use) needs the file '\(name)'"
    case .fileNotThere(let path): "there is no file '\(path)'"
    case .cycle(let names): "the analyses use each other in a circle: \(names.joined(separator: " -> "))"
    case .nameTwice(let name): "'\(name)' is the name of an analysis already"
    case .noDrafting(let name): "the program has no module that writes drafts such as '\(name)'"
    case .reservedName(let name): "'\(name)' cannot be the name of an analysis: results of editions stand under it"
    case .moduleUnreadable(let path, let line, let reason):
      "the external module in '\(path)' cannot be used: \(line.map { "\(ModuleFile.name):\($0): " } ?? "")\(reason)"
    case .moduleNameTaken(let name): "'\(name)' is the name of a module that comes with the program"
    case .moduleNameDiffers(let name, let itself): "the external module '\(name)' calls itself '\(itself)'"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .noWorkspace: "run 'veedor init' to begin one"
    case .unknownKind(let name, let known), .unknownContest(let name, let known), .unknownModule(let name, let known),
      .unknownInput(let name, _, let known),
      .unknownDataset(let name, let known), .unknownAnalysis(let name, let known), .unknownFile(let name, _, let known),
      .unknownColumn(let name, let known), .unknownOption(let name, _, let known):
      didYouMean(name, among: known)
    case .unknownOperation(let name, let module, let known):
      didYouMean("\(module).\(name)", among: known.map { "\(module).\($0)" })
    case .unknownZone: "give a name such as America/Tegucigalpa"
    case .unknownTime: "give unix_seconds, unix_milliseconds, or a pattern such as DD/MM/YYYY hh:mm:ss"
    case .missingResults: "add 'uses:'"
    case .moduleNameDiffers(_, let itself): "name it '\(itself)'"
    default: nil
    }
  }
}
