public import Diagnostics
import Language
public import ModuleKit

/// What can be wrong with a workspace beyond its schema: names that lead nowhere, files that are not there, cycles.
public enum WorkspaceMessage: Error, DiagnosticMessage, Equatable {
  /// The folder holds no workspace file; a file in it, or a workspace beside it, may have been meant.
  case noWorkspace(folder: String, near: String?, beside: String? = nil)
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
  /// A kind whose rows no ledger holds.
  case notInLedger(kind: String, known: [String])
  /// A dataset that is read from the ledger says something of a file.
  case needlessWithLedger(String)
  /// Entries of the ledger that wait for others which are not here.
  case waitingEntries(Int)
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
  /// The range of numbers that are withheld ends below where it begins.
  case withheldBackwards(String)
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
  /// An entry of `disclose` that names neither a value nor a file, or both.
  case disclosesNothing
  /// Personal columns of a file that is no CSV.
  case cannotCut(file: String)
  /// A personal column without which the dataset cannot be read.
  case cannotDoWithout(String)
  /// What an edition says of what was withheld from it cannot be read.
  case badWithheld(Text)
  /// An external module's `module.yaml` that cannot be used.
  case moduleUnreadable(path: String, line: Int?, reason: Text)
  /// An external module with the name of a built-in one.
  case moduleNameTaken(String)
  /// An external module that calls itself otherwise than the workspace does.
  case moduleNameDiffers(String, itself: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .noWorkspace(let folder, let near, let beside):
      .init(
        "W001", en: "there is no \(Workspace.fileName) in \(folder == "." ? "this folder" : "'\(folder)'")",
        es: folder == "."
          ? "no hay \(Workspace.fileName) en esta carpeta" : "no hay \(Workspace.fileName) en «\(folder)»",
        hint: near.map {
          Text(
            en: "is it '\($0)'? then rename it to \(Workspace.fileName)",
            es: "¿es «\($0)»? entonces cámbiele el nombre a \(Workspace.fileName)")
        } ?? beside.map { Text(en: "did you mean '\($0)'?", es: "¿quiso decir «\($0)»?") }
          ?? Text(en: "run 'veedor init' to begin one", es: "ejecute «veedor init» para empezar uno"))
    case .workspaceIsFile(let path):
      .init(
        "W114", en: "'\(path)' is a file, and a workspace is a folder",
        es: "«\(path)» es un archivo, y un espacio de trabajo es una carpeta", hint: Self.folder(of: path))
    case .version(let version):
      .init(
        "W002", en: "this program reads version 1 of the workspace file, not \(version)",
        es: "este programa lee la versión 1 del archivo del espacio de trabajo, no la \(version)")
    case .moreProblems(let count):
      .init(
        "W003", en: count == 1 ? "and 1 more problem" : "and \(count) more problems",
        es: count == 1 ? "y 1 problema más" : "y \(count) problemas más")
    case .unknownZone(let name):
      .init(
        "W020", en: "'\(name)' is no time zone of the IANA database",
        es: "«\(name)» no es una zona horaria de la base IANA",
        hint: Text(en: "give a name such as America/Tegucigalpa", es: "dé un nombre como America/Tegucigalpa"))
    case .missingLanguage(let language, let place):
      .init(
        "W021", en: "\(place) lacks '\(language)', one of the mission's languages",
        es: "a \(place) le falta «\(language)», uno de los idiomas de la misión")
    case .forbiddenWord(let word, let place):
      .init(
        "W024", en: "\(place) says '\(word)', which decides what a mission cannot know",
        es: "\(place) dice «\(word)», que decide lo que una misión no puede saber",
        hint: Text(
          en: "say what was observed; if it belongs to a name, list the name under mission.names",
          es: "diga lo que se observó; si es parte de un nombre, póngalo en mission.names"))
    case .oneMarkForTwo(let mark, let place):
      .init(
        "W025", en: "\(place) has '\(mark)' between groups of digits and before decimals",
        es: "\(place) tiene «\(mark)» entre grupos de dígitos y antes de los decimales",
        hint: Text(
          en: "give both, such as {group: \",\", decimal: \".\"}; the country of time_zone says what is not given",
          es: "dé ambos, como {group: \",\", decimal: \".\"}; el país de time_zone indica el que no se da"))
    case .foreignLanguage(let language):
      .init(
        "W022", en: "'\(language)' is not one of the mission's languages",
        es: "«\(language)» no es uno de los idiomas de la misión")
    case .tooFewOptions(let contest):
      .init(
        "W023", en: "contest '\(contest)' needs at least two options",
        es: "la contienda «\(contest)» necesita al menos dos opciones")
    case .unknownKind(let name, let known):
      .init(
        "W030", en: "unknown kind '\(name)': it is one of \(known.joined(separator: ", "))",
        es: "tipo desconocido «\(name)»: es uno de \(known.joined(separator: ", "))",
        hint: didYouMean(name, among: known))
    case .unknownContest(let name, let known):
      .init(
        "W031", en: "unknown contest '\(name)'", es: "contienda desconocida «\(name)»",
        hint: didYouMean(name, among: known))
    case .needsSetting(let setting, let dataset, let kind):
      .init(
        "W032", en: "dataset '\(dataset)' is of kind \(kind), which needs a \(setting.rawValue)",
        es: "el conjunto de datos «\(dataset)» es de tipo \(kind), que necesita \(setting.rawValue)")
    case .needlessSetting(let setting, let dataset, let kind):
      .init(
        "W033", en: "dataset '\(dataset)' is of kind \(kind), which knows no \(setting.rawValue)",
        es: "el conjunto de datos «\(dataset)» es de tipo \(kind), que no admite \(setting.rawValue)")
    case .unknownColumn(let name, let known):
      .init(
        "W034", en: "the kind has no column '\(name)'", es: "el tipo no tiene la columna «\(name)»",
        hint: didYouMean(name, among: known))
    case .columnNameTaken(let name):
      .init(
        "W035", en: "'\(name)' is the name of another column of the kind",
        es: "«\(name)» es el nombre de otra columna del tipo")
    case .unknownOption(let name, let contest, let known):
      .init(
        "W036", en: "contest '\(contest)' has no option '\(name)'",
        es: "la contienda «\(contest)» no tiene la opción «\(name)»", hint: didYouMean(name, among: known))
    case .unknownTime(let name):
      .init(
        "W037", en: "'\(name)' is no way of writing times", es: "«\(name)» no es una manera de escribir horas",
        hint: Text(
          en: "give unix_seconds, unix_milliseconds, or a pattern such as DD/MM/YYYY hh:mm:ss",
          es: "dé unix_seconds, unix_milliseconds, o un patrón como DD/MM/YYYY hh:mm:ss"))
    case .tooManyColumns(let name, let count, let limit):
      .init(
        "W038", en: "'\(name)' is made of \(count) columns, and of at most \(limit) one can be made",
        es: "«\(name)» se forma de \(count) columnas, y se puede formar de \(limit) como máximo")
    case .notText(let byte):
      .init(
        "W084", en: "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not valid UTF-8 here",
        es: "el byte 0x\(String(byte, radix: 16, uppercase: true)) no es UTF-8 válido aquí",
        hint: Text(en: "save the file as UTF-8", es: "guarde el archivo en UTF-8"))
    case .thousandsAreDecimals(let mark):
      .init(
        "W083", en: "a \(mark) cannot stand between thousands and before decimals too",
        es: "«\(mark)» no puede estar entre los miles y también antes de los decimales",
        hint: Text(en: "say which it is with 'decimal_mark'", es: "indique cuál es con «decimal_mark»"))
    case .filterAsksNothing(let column):
      .init(
        "W080", en: "the filter by '\(column)' says nothing of it",
        es: "el filtro por «\(column)» no dice nada de ella",
        hint: Text(
          en: "give 'is', 'is_not', 'missing', or a range with 'from' and 'to'",
          es: "dé «is», «is_not», «missing», o un rango con «from» y «to»"))
    case .filterBackwards(let column):
      .init(
        "W081", en: "the range of the filter by '\(column)' ends below where it begins",
        es: "el rango del filtro por «\(column)» termina por debajo de donde empieza")
    case .withheldBackwards(let text):
      .init(
        "W117", en: "the range of the numbers for which '\(text)' stands ends below where it begins",
        es: "el rango de los números representados por «\(text)» termina por debajo de donde empieza")
    case .columnAndRows(let name):
      .init(
        "W082", en: "'\(name)' is read from rows, as 'long.names' has it, so that 'columns' cannot name it too",
        es: "«\(name)» se lee de las filas, como indica «long.names», de modo que «columns» no puede nombrarlo también")
    case .unknownModule(let name, let known):
      .init(
        "W040", en: "unknown module '\(name)': it is one of \(known.joined(separator: ", "))",
        es: "módulo desconocido «\(name)»: es uno de \(known.joined(separator: ", "))",
        hint: didYouMean(name, among: known))
    case .unknownOperation(let name, let module, let known):
      .init(
        "W041", en: "module '\(module)' has no operation '\(name)': it has \(known.joined(separator: ", "))",
        es: "el módulo «\(module)» no tiene la operación «\(name)»: tiene \(known.joined(separator: ", "))",
        hint: didYouMean("\(module).\(name)", among: known.map { "\(module).\($0)" }))
    case .unknownInput(let name, let use, let known):
      .init(
        "W042", en: "\(use) has no input '\(name)'", es: "\(use) no tiene la entrada «\(name)»",
        hint: didYouMean(name, among: known))
    case .missingInput(let name, let use, let kind):
      .init(
        "W043", en: "\(use) needs the input '\(name)', a dataset of kind \(kind)",
        es: "\(use) necesita la entrada «\(name)», un conjunto de datos de tipo \(kind)")
    case .missingOneOf(let names, let use):
      .init(
        "W055", en: "\(use) needs at least one of the inputs \(Language.english.list(names.map { "'\($0)'" }))",
        es: "\(use) necesita al menos una de las entradas \(Language.spanish.list(names.map { "«\($0)»" }))")
    case .unknownDataset(let name, let known):
      .init(
        "W044", en: "unknown dataset '\(name)'", es: "conjunto de datos desconocido «\(name)»",
        hint: didYouMean(name, among: known))
    case .wrongKind(let dataset, let kind, let input, let use, let wants):
      .init(
        "W045", en: "input '\(input)' of \(use) takes a dataset of kind \(wants); '\(dataset)' is of kind \(kind)",
        es:
          "la entrada «\(input)» de \(use) toma un conjunto de datos de tipo \(wants); «\(dataset)» es de tipo \(kind)")
    case .withoutSources(let kind):
      .init(
        "W070", en: "rows of kind \(kind) name no source, so that they need no register of sources",
        es: "las filas de tipo \(kind) no nombran ninguna fuente, y no necesitan un registro de fuentes")
    case .noRegister(let name, let kind):
      .init(
        "W071", en: "'\(name)' is of kind \(kind); a register of sources is of kind sources",
        es: "«\(name)» es de tipo \(kind); un registro de fuentes es de tipo sources")
    case .unknownAnalysis(let name, let known):
      .init(
        "W046", en: "unknown analysis '\(name)'", es: "análisis desconocido «\(name)»",
        hint: didYouMean(name, among: known))
    case .needlessResults(let use):
      .init("W047", en: "\(use) reads no results of other analyses", es: "\(use) no lee resultados de otros análisis")
    case .missingResults(let use):
      .init(
        "W048", en: "\(use) reads the results of other analyses: say which",
        es: "\(use) lee los resultados de otros análisis: diga cuáles",
        hint: Text(en: "add 'uses:'", es: "agregue «uses:»"))
    case .unknownFile(let name, let use, let known):
      .init(
        "W049", en: "\(use) reads no file '\(name)'", es: "\(use) no lee el archivo «\(name)»",
        hint: didYouMean(name, among: known))
    case .missingFile(let name, let use):
      .init("W050", en: "\(use) needs the file '\(name)'", es: "\(use) necesita el archivo «\(name)»")
    case .fileNotThere(let path, let near):
      .init(
        "W051", en: "there is no file '\(path)'", es: "no existe el archivo «\(path)»",
        hint: near.map { Self.near($0, to: path) })
    case .isFolder(let path, let ofData):
      .init(
        "W113", en: "'\(path)' is a folder, and a file is wanted",
        es: "«\(path)» es una carpeta, y se necesita un archivo",
        hint: ofData
          ? Text(
            en: "name the file in it, or all of them: '\(path)/*.csv'",
            es: "nombre el archivo que contiene, o todos: «\(path)/*.csv»")
          : Text(en: "name the file in it", es: "nombre el archivo que contiene"))
    case .matchesNothing(let pattern):
      .init(
        "W100", en: "no file is named as '\(pattern)' has it", es: "ningún archivo se llama como indica «\(pattern)»",
        hint: Text(
          en: "'*' stands for what a name may hold, and not for folders; see that the ending is right",
          es: "«*» representa lo que puede tener un nombre, pero no carpetas; vea que la terminación sea correcta"))
    case .patternOfFolders(let pattern):
      .init(
        "W101", en: "'\(pattern)' has '**', which goes into no folders here",
        es: "«\(pattern)» tiene «**», que aquí no entra en carpetas",
        hint: Text(
          en: "write a '*' for each folder, such as data/*/*.csv, and several patterns as a list",
          es: "escriba un «*» por cada carpeta, como data/*/*.csv, y varios patrones como lista"))
    case .notInLedger(let kind, let known):
      .init(
        "W115", en: "datasets of kind '\(kind)' are not read from the ledger",
        es: "los conjuntos de datos de tipo «\(kind)» no se leen del registro",
        hint: Text(
          en: "those of kind \(Language.english.list(known)) are; give the others a 'path'",
          es: "se leen de él los de tipo \(Language.spanish.list(known)); dé a los demás un «path»"))
    case .needlessWithLedger(let key):
      .init(
        "W116", en: "'\(key)' says something of a file, and this dataset is read from the ledger",
        es: "«\(key)» dice algo de un archivo, y este conjunto de datos se lee del registro")
    case .waitingEntries(let count):
      .init(
        "W108",
        en:
          "\(count) \(count == 1 ? "entry" : "entries") of the ledger waiting for others that are not here: nothing is changed yet",
        es:
          "\(count == 1 ? "1 entrada del registro espera" : "\(count) entradas del registro esperan") otras que no están aquí: aún no cambia nada",
        hint: Text(en: "merge the copy that has these", es: "incorpore la copia que las tenga"))
    case .fileTwice(let path):
      .init(
        "W102", en: "the file '\(path)' is named twice", es: "el archivo «\(path)» se nombra dos veces",
        hint: Text(en: "each file is read once", es: "cada archivo se lee una vez"))
    case .tooManyFiles(let count, let limit):
      .init(
        "W103", en: "these are \(count) files, and a dataset is read from \(limit) at most",
        es: "son \(count) archivos, y un conjunto de datos se lee de \(limit) como máximo")
    case .takesNoPart(let pattern):
      .init(
        "W104", en: "the pattern '\(pattern)' does not say which part of the file's name is taken",
        es: "el patrón «\(pattern)» no indica qué parte del nombre del archivo se toma",
        hint: Text(
          en: "write {} for it, once, and * for what may be anything: 'count_{}.csv'",
          es: "escriba {} en su lugar, una vez, y * por lo que puede ser cualquier cosa: «count_{}.csv»"))
    case .patternWithoutName:
      .init(
        "W105", en: "'pattern' is one of the file's name, which is not taken here",
        es: "«pattern» es del nombre del archivo, que aquí no se toma",
        hint: Text(en: "write 'from: file_name'", es: "escriba «from: file_name»"))
    case .joinsNothing:
      .init(
        "W110", en: "'join' stands between several columns, and one is named",
        es: "«join» va entre varias columnas, y se nombra una",
        hint: Text(en: "name the others, or leave it out", es: "nombre las demás, o déjelo fuera"))
    case .splitWithoutPart:
      .init(
        "W111", en: "'split' and 'part' go together", es: "«split» y «part» van juntos",
        hint: Text(
          en: "split: \" / \", part: 2 is what stands behind the first sign",
          es: "split: \" / \", part: 2 es lo que está después del primer signo"))
    case .splitsSeveral:
      .init(
        "W112", en: "'split' is for one column of the file, and several things are named",
        es: "«split» es para una columna del archivo, y se nombran varias cosas")
    case .noMember(let name, let known):
      .init(
        "W106", en: "the archive holds no '\(name)'", es: "el archivo ZIP no contiene «\(name)»",
        hint: didYouMean(name, among: known)
          ?? Text(
            en: "it holds \(known.prefix(3).joined(separator: ", "))"
              + (known.count > 3 ? " and \(known.count - 3) more" : ""),
            es: "contiene \(known.prefix(3).joined(separator: ", "))"
              + (known.count > 3 ? " y \(known.count - 3) más" : "")))
    case .memberTooDense(let name, let times):
      .init(
        "W107",
        en:
          "'\(name)' in the archive holds more than \(times) times its packed size, as no table that people made does",
        es:
          "«\(name)», en el archivo ZIP, contiene más de \(times) veces su tamaño comprimido, como ninguna tabla hecha por personas",
        hint: Text(en: "unpack it yourself if it is what it should be", es: "descomprímalo usted si es lo que debe ser")
      )
    case .cycle(let names):
      .init(
        "W052", en: "the analyses use each other in a circle: \(names.joined(separator: " -> "))",
        es: "los análisis se usan unos a otros en círculo: \(names.joined(separator: " -> "))")
    case .usesTooDeep(let name, let limit):
      .init(
        "W057", en: "'\(name)' uses analyses that use others, more than \(limit) one behind another",
        es: "«\(name)» usa análisis que usan otros, en más de \(limit) pasos")
    case .nameTwice(let name):
      .init("W053", en: "'\(name)' is the name of an analysis already", es: "«\(name)» ya es el nombre de un análisis")
    case .noDrafting(let name):
      .init(
        "W056", en: "the program has no module that writes drafts such as '\(name)'",
        es: "el programa no tiene un módulo que escriba borradores como «\(name)»")
    case .reservedName(let name):
      .init(
        "W054", en: "'\(name)' cannot be the name of an analysis: results of editions stand under it",
        es: "«\(name)» no puede ser el nombre de un análisis: ahí van los resultados de las ediciones")
    case .acknowledgesAll(let code, let dataset):
      .init(
        "W072", en: "the acknowledgement of \(code) in '\(dataset)' names neither a row nor a column",
        es: "el reconocimiento de \(code) en «\(dataset)» no nombra fila ni columna")
    case .meetsNothing(let code, let dataset):
      .init(
        "W073", en: "no warning \(code) of '\(dataset)' is what the acknowledgement names",
        es: "ningún aviso \(code) de «\(dataset)» es lo que nombra el reconocimiento",
        hint: Text(
          en: "take it out, or give the row's key and the column as the warning has them",
          es: "quítelo, o dé la clave de la fila y la columna como las tiene el aviso"))
    case .disclosesNothing:
      .init(
        "W074", en: "what is meant to be public is a value, or a file with or without a field",
        es: "lo que se da a publicar es un valor, o un archivo con o sin un campo",
        hint: Text(
          en: "write 'value', or 'file' and perhaps 'field', and the reason",
          es: "escriba «value», o «file» y quizá «field», y la razón"))
    case .cannotCut(let file):
      .init(
        "W075", en: "columns are cut out of CSV files alone, and '\(file)' is none",
        es: "solo se quitan columnas de archivos CSV, y «\(file)» no lo es",
        hint: Text(en: "save it as CSV", es: "guárdelo como CSV"))
    case .cannotDoWithout(let column):
      .init(
        "W076", en: "without column '\(column)' the dataset cannot be read, so that a public edition would have none",
        es:
          "sin la columna «\(column)» no se puede leer el conjunto de datos, de modo que una edición pública no lo tendría",
        hint: Text(
          en: "read keys and conditions from another column, such as a number that says nothing of the person",
          es: "tome claves y condiciones de otra columna, como un número que no diga nada de la persona"))
    case .badWithheld(let reason):
      .init(
        "W077", en: "\(Withheld.fileName) does not say what was withheld: \(reason.en)",
        es: "\(Withheld.fileName) no dice qué se retuvo: \(reason.es)")
    case .moduleUnreadable(let path, let line, let reason):
      .init(
        "W060",
        en:
          "the external module in '\(path)' cannot be used: \(line.map { "\(ModuleFile.name):\($0): " } ?? "")\(reason.en)",
        es:
          "no se puede usar el módulo externo en «\(path)»: \(line.map { "\(ModuleFile.name):\($0): " } ?? "")\(reason.es)"
      )
    case .moduleNameTaken(let name):
      .init(
        "W061", en: "'\(name)' is the name of a module that comes with the program",
        es: "«\(name)» es el nombre de un módulo que viene con el programa")
    case .moduleNameDiffers(let name, let itself):
      .init(
        "W062", en: "the external module '\(name)' calls itself '\(itself)'",
        es: "el módulo externo «\(name)» se llama a sí mismo «\(itself)»",
        hint: Text(en: "name it '\(itself)'", es: "nómbrelo «\(itself)»"))
    }
  }

  /// The file `near` that was perhaps meant by `path`. Equal texts can have other bytes.
  private static func near(_ near: String, to path: String) -> Text {
    guard near == path else { return Text(en: "did you mean '\(near)'?", es: "¿quiso decir «\(near)»?") }
    return Text(
      en:
        "there is one whose name is of the same letters in other characters, as some systems write accents: rename it",
      es:
        "hay uno con un nombre de las mismas letras en otros caracteres, como escriben los acentos algunos sistemas: cámbiele el nombre"
    )
  }

  /// The folder that was perhaps meant by the file `path`.
  private static func folder(of path: String) -> Text {
    let end = "/\(Workspace.fileName)"
    let folder = path.hasSuffix(end) ? String(path.dropLast(end.count)) : nil
    return Text(
      en: "give the folder in which \(Workspace.fileName) stands" + (folder.map { ": '\($0)'" } ?? ""),
      es: "dé la carpeta en que está \(Workspace.fileName)" + (folder.map { ": «\($0)»" } ?? ""))
  }

  /// An error, but for an acknowledgement that meets nothing and entries that change nothing yet.
  public var severity: Diagnostic.Severity {
    if case .waitingEntries = self { return .warning }
    if case .meetsNothing = self { return .warning }
    return .error
  }
}
