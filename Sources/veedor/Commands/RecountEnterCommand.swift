import ArgumentParser
import Files
import Ledger
import ModuleKit
import Recount
import Tables
import Workspaces

struct RecountEnterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: spoken(
      en: "Enter into the ledger what one person reads on drawn ballots.",
      es: "Ingresa en el registro lo que una persona lee en papeletas sorteadas."),
    discussion: spoken(
      en: """
        Two persons enter each ballot of a round, each without seeing what the other entered; it counts where they say the same. \
        On a terminal one ballot after another is asked for, in the order in which they are fetched, and each answer is on the disk \
        before the next question. Stop at any time: the command goes on where this author stopped.

        With --from, a file is 'sample.csv' of the draw with the columns 'paper', and 'record' and 'cause' where ballots are compared; rows \
        without 'paper' are left for later. With draw=… paper=… one draw is entered, with --amend in place of what this author entered before.
        """,
      es: """
        Dos personas ingresan cada papeleta de una ronda, cada una sin ver lo que ingresó la otra; cuenta cuando dicen lo \
        mismo. En una terminal se pregunta por una papeleta tras otra, en el orden en que se traen, y cada respuesta está en el \
        disco antes de la pregunta siguiente. Puede parar en cualquier momento: el comando sigue donde este autor se detuvo.

        Con --from, un archivo es «sample.csv» del sorteo con las columnas «paper», y «record» y «cause» si las papeletas se \
        comparan; las filas sin «paper» quedan para después. Con draw=… paper=… se ingresa un sorteo; con --amend, en lugar de \
        lo que este autor ingresó antes.
        """))

  @Argument(
    help: ArgumentHelp(spoken(en: "The folder of the draw.", es: "La carpeta del sorteo."), valueName: "folder"))
  var folder: String
  @Argument(
    help: ArgumentHelp(
      spoken(
        en: "One draw: draw=…, paper=…, record=…, cause=….", es: "Un sorteo: draw=…, paper=…, record=…, cause=…."),
      valueName: "field=value"))
  var fields: [String] = []
  @Option(help: ArgumentHelp(spoken(en: "The round.", es: "La ronda."), valueName: "name")) var round: String
  @Option(
    help: ArgumentHelp(
      spoken(en: "The contest, where there are several.", es: "La contienda, si hay varias."), valueName: "contest"))
  var contest: String?
  @Option(
    help: ArgumentHelp(
      spoken(en: "Enter the rows of this CSV file.", es: "Ingresa las filas de este archivo CSV."), valueName: "file"))
  var from: String?
  @Option(
    help: ArgumentHelp(
      spoken(
        en: "Enter the draw in place of what this author entered before, for this reason.",
        es: "Ingresa el sorteo en lugar de lo que este autor ingresó antes, por esta razón."), valueName: "why"))
  var amend: String?
  @Flag(
    help: ArgumentHelp(
      spoken(
        en: "Ask what the record of each ballot says, too, as is done once anybody entered that.",
        es: "Pregunta también qué dice el registro de cada papeleta, como se hace si alguien ya lo ingresó.")
    )) var records = false
  @OptionGroup var ledger: LedgerArguments
  @OptionGroup var author: AuthorOption
  @Flag(
    help: ArgumentHelp(
      spoken(
        en: "Print the entries, and how the round stands, as one JSON object.",
        es: "Imprime las entradas, y cómo está la ronda, como un objeto JSON."))) var json = false

  func validate() throws {
    if from != nil, !fields.isEmpty || amend != nil {
      throw ValidationError(
        spoken(en: "give either --from or one draw", es: "dé --from o un sorteo, no ambos"))
    }
    if amend != nil, fields.isEmpty {
      throw ValidationError(
        spoken(en: "--amend needs the draw: draw=… paper=…", es: "--amend necesita el sorteo: draw=… paper=…"))
    }
  }

  func run() throws {
    // The names of files are those of the folder in which the command is given.
    let record = try DrawRecord.redraw(in: Folder(path: folder))
    let file = try from.map { try MappedFile(path: $0) }
    let workspace = try ledger.workspace()
    let ledger = Ledger(of: workspace)
    let key = try author.key(for: ledger)
    let contest = try contest(of: workspace)
    func entry() throws -> RoundEntry {
      try RoundEntry(
        record, round: round, of: contest, mission: ledger.mission, by: key.author.name, in: ledger.view(),
        person: ledger.persons())
    }
    func append(_ bodies: [[String: Value]]) throws -> [Entry] {
      bodies.isEmpty ? [] : try ledger.append(bodies, as: key, at: Clock.now) { Console.message($0) }
    }
    let begun = try entry()
    try ledger.tellUnnamed([key.author.name] + begun.others)
    var written: [Entry] = []
    if let file {
      written = try append(begun.bodies(of: rows(of: file, from ?? "")))
    } else if !fields.isEmpty {
      let row = try RoundEntry.Row(fields: EntryKind.ballotReading.fields(from: fields))
      written = try append(amend.map { [try begun.amendment(row, why: $0)] } ?? begun.bodies(of: [row]))
    } else if !begun.open.isEmpty {
      guard Console.canAsk else { throw DiagnosticsError(RecountMessage.cannotAskBallots(left: begun.open.count)) }
      written = try ask(begun, contest, append)
    }
    print(try entry(), written)
  }

  private func contest(of workspace: Workspace) throws -> Contest {
    let known = workspace.contests
    if contest == nil, known.count == 1 { return known[0] }
    guard let found = known.first(where: { $0.id == contest }) else {
      throw DiagnosticsError(RecountMessage.noContest(contest, known: known.map(\.id)))
    }
    return found
  }

  /// Asks for one ballot after another; each answer is on the disk before the next question.
  private func ask(
    _ round: RoundEntry, _ contest: Contest, _ append: ([[String: Value]]) throws -> [Entry]
  ) throws -> [Entry] {
    let interview = ReadingInterview(
      in: ProgramLanguage.current, contest, asksRecords: records || round.comparesRecords, ask: Console.ask,
      tell: { Console.message($0) })
    var written: [Entry] = []
    for (index, ballot) in round.open.enumerated() {
      guard let answer = interview.answer(ballot, left: round.open.count - index) else { break }
      written += try append(round.bodies(of: ballot, answer))
    }
    return written
  }

  /// The rows of the file in which a paper stands.
  private func rows(of file: MappedFile, _ name: String) throws -> [RoundEntry.Row] {
    let texts = ["container", "batch", "paper", "record", "cause"]
    let specs =
      [ColumnSpec("draw", .integer, .key), ColumnSpec("ballot", .integer, .required)]
      + texts.map { ColumnSpec($0, .text, ["record", "cause"].contains($0) ? .optional : .partial) }
      + [ColumnSpec("ticket", .text, .optional)]
    let table = try CSVReader(columns: specs).read(file, name: name)
    return try (0..<table.rowCount).compactMap { row in
      var fields: [String: Value] = [:]
      for name in texts + ["draw", "ballot"] {
        guard let column = table[name], !column.missing.contains(row) else { continue }
        let text = column.text(row)
        if !text.isEmpty { fields[name] = texts.contains(name) ? .string(text) : Int(text).map(Value.integer) }
      }
      return fields["paper"] == nil ? nil : try RoundEntry.Row(fields: fields)
    }
  }

  private func print(_ round: RoundEntry, _ written: [Entry]) {
    let standing = round.standing
    if json {
      // What all took back is in no round.
      let all = BallotChecks.Entry.allCases.filter { $0 != .withdrawn }.map {
        ($0.rawValue, Value.list((standing?[$0] ?? []).map(Value.integer)))
      }
      return Console.print(json: [
        "entries": .list(written.map(\.document)), "round": .string(round.round), "entered": .integer(round.entered),
        "draws": .integer(round.draws.count),
        "standing": standing == nil ? .null : .object(Dictionary(uniqueKeysWithValues: all)),
      ])
    }
    let (first, last) = (round.draws.lowerBound, round.draws.upperBound)
    Console.print(
      spoken(
        en: "round \(round.round), draws \(first) to \(last): \(round.entered) of \(round.draws.count) entered",
        es: "ronda \(round.round), sorteos \(first) a \(last): \(round.entered) de \(round.draws.count) ingresados"))
    for entry in BallotChecks.Entry.allCases {
      guard let draws = standing?[entry] else { continue }
      // What counts is said by its number alone; of what does not, the draws are what to look at again.
      let which = entry.counts || entry == .once ? "" : " (\(draws.map { "\($0)" }.joined(separator: ", ")))"
      Console.print("  \(entry.text.spoken): \(draws.count)\(which)")
    }
  }
}
