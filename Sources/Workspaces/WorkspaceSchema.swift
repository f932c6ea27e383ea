import ModuleKit
public import Schema
import Tables

extension Workspace {
  /// What `veedor.yaml` may hold: the one definition that validates it and that `veedor schema` prints.
  public static let schema = Schema(
    .object([
      .init("veedor", Schema(.integer(1...1), "the version of this format"), required: true),
      .init("mission", mission, required: true),
      .init("contests", Schema(.map(contest), "what is voted on, by name")),
      .init("datasets", Schema(.map(DatasetSection.schema), "the mission's data, by name")),
      .init("analyses", Schema(.map(analysis), "the uses of operations, by name")),
      .init("drafts", Schema(.map(draft), "the texts bound to results, by name")),
      .init("acknowledge", Acknowledgement.schema),
      .init(
        "attachments",
        Schema(
          .list(Schema(.string(.path)), atLeast: 1),
          "files, folders and patterns of what bundles can hold beside: photographs, scans, letters")),
      .init("disclose", Disclosed.schema),
      .init("bundles", Schema(.map(bundle), "the archives handed out, by name")),
      .init("modules", Schema(.map(module), "the external modules, by name")),
    ]),
    "The workspace of an election-observation mission")

  /// The schema as a JSON Schema document.
  public static var schemaDocument: Value { schema.document(title: "veedor.yaml") }

  private static let languages = Schema(
    .list(Schema(.choice(Language.allCases.map(\.rawValue))), atLeast: 1), "the languages, the first one first")
  private static let files = Schema(
    .either([
      Schema(.string(.path)),
      Schema(.object(Language.allCases.map { .init($0.rawValue, Schema(.string(.path))) })),
    ]), "a file, or one for each language")

  private static let mission = Schema(
    .object([
      .init("id", Schema(.string(.identifier), "the mission's name in bundles and results"), required: true),
      .init("title", .words, required: true),
      .init("election_day", Schema(.string(.day), "the day of the election"), required: true),
      .init("time_zone", Schema(.string(.filled), "the IANA zone in which times are told"), required: true),
      .init("languages", languages, required: true),
      .init("notice", .words),
      .init(
        "names",
        Schema(
          .list(Schema(.string(.filled)), atLeast: 1),
          "names of persons, places and institutions that no check takes for a judgement")),
      .init(
        "numbers",
        Schema(
          .object(Language.allCases.map { .init($0.rawValue, numbers) }),
          "how numbers are written, where not as the country of `time_zone` does")),
      .init(
        "glossary",
        Schema(.map(.words), "what readers call things that data name by a key, such as the columns of areas")),
    ]))

  private static let numbers = Schema(
    .object([
      .init("group", Schema(.choice([",", ".", " ", ""]), "what stands between groups of three digits")),
      .init("decimal", Schema(.choice([".", ","]), "what stands before the decimals")),
    ]))

  private static let contest = Schema(
    .object([
      .init("rule", Contest.Rule.schema, required: true),
      .init(
        "options",
        Schema(.map(option), "in ballot order"), required: true),
    ]))

  private static let option = Schema(
    .object([
      .init("name", .words, required: true), .init("party", .words),
      .init(
        "colour",
        Schema(
          .string(.colour), "the colour of the option in figures, where the mission wants one; neutral without it")),
    ]))

  private static let analysis = Schema(
    .object([
      .init("use", Schema(.string(.qualified), "the module and operation"), required: true),
      .init("on", Schema(.map(.name), "the datasets, by the operation's inputs")),
      .init("with", Schema(.any, "the operation's parameters")),
      .init("uses", Schema(.list(.name, atLeast: 1), "the analyses whose results it reads")),
      .init("files", Schema(.map(files), "the files it reads, by the operation's slots")),
    ]))

  private static let draft = Schema(
    .object([
      .init("template", files, required: true),
      .init("languages", languages),
      .init("uses", Schema(.list(.name, atLeast: 1), "the analyses whose results it may state"), required: true),
      .init("as_of", Schema(.string(.instant), "the instant whose knowledge it is restricted to")),
    ]))

  private static let bundle = Schema(
    .object([
      .init(
        "include",
        Schema(.list(Schema(.choice(Bundle.Part.allCases.map(\.rawValue))), atLeast: 1), "what it holds"),
        required: true),
      .init("profile", Schema(.choice(["public"]), "for whom it is"), required: true),
    ]))

  private static let module = Schema(
    .object([.init("path", Schema(.string(.path), "the folder that holds its module.yaml"), required: true)]))
}
