import BuiltIn
import Files
import ModuleKit
import TestSupport
import Testing

@testable import Workspaces

/// What is seen in small files, to the letter.
@Suite struct FileLookTests {
  private let scratch: ScratchWorkspace

  init() throws { scratch = try ScratchWorkspace() }

  private func look(_ bytes: [UInt8], _ path: String = "data/count.csv") throws -> FileLook {
    try scratch.write(bytes, to: path)
    return try FileLook(
      path, in: WorkspaceFolder(path: scratch.path), kinds: Array(Catalogue(builtInModules).kinds.values))
  }

  private func proposal(
    _ text: String, _ path: String = "data/count.csv", known: [String: String] = [:], contests: [Contest] = []
  ) throws -> String {
    try look(Array(text.utf8), path).proposal(LookAnswers(known), contests: contests).text
  }

  private func message(_ text: String, known: [String: String] = [:]) throws -> String? {
    do {
      _ = try proposal(text, known: known)
      return nil
    } catch let error as DiagnosticsError {
      return error.all.map { "\($0.code) \($0.message) (\($0.hint ?? ""))" }.joined(separator: "\n")
    }
  }

  /// Ballots that are no votes are not taken for those cast.
  @Test func ballotsThatAreSpoilt() throws {
    let text = """
      Table,Oak,Elm,Valid votes,Blank ballots,Spoilt ballots,Ballots cast
      1,100,50,150,3,2,155
      2,90,70,160,1,4,165
      3,80,60,140,2,1,143

      """
    let told = try proposal(text)
    #expect(told.contains("      cast: Ballots cast  # by its name\n"))
    #expect(told.contains("      blank: Blank ballots  # by its name\n      \"null\": Spoilt ballots  # by its name\n"))
  }

  /// As Spanish-speaking authorities publish them: a title above, semicolons, accents, a total, and sheets named by two
  /// columns.
  @Test func sheetsWithHeadsInSpanish() throws {
    let text = """
      Resultados por mesa
      Departamento;Mesa;Electores inscritos;Lista Roble;Lista Olmo;Votos válidos;En blanco;Nulos;Hora
      Norte;1;300;100;50;150;3;2;01/02/2030 18:05
      Norte;2;310;90;70;160;1;n/d;01/02/2030 18:25
      Sur;1;250;80;60;140;2;1;13/02/2030 19:05

      """
    #expect(
      try proposal(text) == """
        # data/count.csv: 3 rows of 9 columns
        # not sure of 3 things: look at the lines that say so
        contests:
          # not sure: what the contest is called
          contest:
            # not sure: how the votes decide; else majority, two_round
            rule: plurality
            options:  # they add up to 'Votos válidos' on all of the rows
              lista_roble: {name: "Lista Roble"}
              lista_olmo: {name: "Lista Olmo"}
        datasets:
          count:
            kind: sheets  # 2 columns of votes beside each other, one row a sheet
            path: data/count.csv
            contest: contest
            # not sure: whose copy of the sheets it is; else preliminary, party, observer, crowd
            track: official
            areas: [department]  # from the coarsest, of which there are fewest
            format:
              delimiter: semicolon  # it gives every line 9 fields
              header: 2  # the first line of 9 fields; above it stands something else
              missing: ["n/d"]  # stand where all other values are whole numbers
            columns:
              # not sure: whether that is what names a row in other files too
              sheet: [Departamento, Mesa]  # together another on each of the 3 rows
              department: Departamento  # 2 of them
              registered: Electores inscritos  # by its name
              valid: "Votos válidos"  # the votes add up to it on all of the rows
              blank: En blanco  # by its name
              "null": Nulos  # by its name
              votes_lista_roble: Lista Roble
              votes_lista_olmo: Lista Olmo
              # not sure: whether it tells when the row became known
              published_to: {from: Hora, time: "D/M/YYYY hh:mm"}  # in the zone of the mission; else add zone:
            # expect: {rows: 3}  as counted here; write it where the page that published the file says so

        """)
  }

  /// The arithmetic of the numbers tells the votes where no head is known.
  @Test func votesAreToldByWhatTheyAddUpTo() throws {
    let text = "kod,a1,b1,c1,razem\n" + (1...20).map { "k\($0),\($0),\($0 * 2),\(30 - $0),\($0 * 2 + 30)\n" }.joined()
    let lines = try proposal(text)
    #expect(lines.contains("    options:  # they add up to 'razem' on all of the rows\n      a1: {name: \"a1\"}\n"))
    #expect(lines.contains("valid: razem  # the votes add up to it on all of the rows\n"))
    #expect(lines.contains("# not sure: whether each row is a sheet or an area; kind area_totals is for areas\n"))
    // One number off on many rows, and nothing is taken for votes.
    #expect(try message(text.replacing(",30\n", with: ",31\n").replacing("4\n", with: "5\n")) != nil)
  }

  /// A row for each option, several contests and rounds, blank votes as an option: what is meant is asked.
  @Test func aRowForEachOption() async throws {
    var text = "turno;cargo;zona;secao;aptos;votavel;votos\n"
    for (cargo, section) in [("ALCALDE", 1), ("ALCALDE", 2), ("ALCALDE", 1), ("GOBERNADOR", 1), ("GOBERNADOR", 2)] {
      let zone = text.contains("ALCALDE;7;2") && cargo == "ALCALDE" ? 8 : 7
      for (option, votes) in [("ROBLE", 100), ("OLMO", 50 + section), ("BLANCO", 3)] {
        text += "1;\(cargo);\(zone);\(section);300;\(option);\(votes)\n"
      }
    }
    let lines = try proposal(text)
    #expect(lines.contains("kind: sheets  # a row for each option of a sheet\n"))
    #expect(lines.contains("sheet: [zona, secao]  # with the option together another on each of the 9 rows\n"))
    #expect(
      lines.contains(
        """
            where:
              # not sure: of which 'cargo' the rows are meant; else GOBERNADOR
              - {column: cargo, is: "ALCALDE"}
              - {column: votavel, is: ["ROBLE", "OLMO"]}
            # not sure: what becomes of 'BLANCO', which are no options: their rows are left out
            long:
              option: votavel  # 2 of them
              votes: votos  # by its name
              names:
                roble: "ROBLE"
                olmo: "OLMO"

        """))
    try scratch.write(
      (ScratchWorkspace.mission.split(separator: "contests:").first.map(String.init) ?? "") + lines, to: "veedor.yaml")
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    let sheets = try #require(try await DatasetLoader(workspace).load("count").content as? Sheets)
    #expect(sheets.count == 3 && sheets.votes.map { $0.values.reduce(0, +) } == [300, 154])
    #expect(sheets.registered.values == [300, 300, 300])
    #expect(
      try proposal(text, known: ["where.cargo": "GOBERNADOR"]).contains("- {column: cargo, is: \"GOBERNADOR\"}\n"))
  }

  /// Every row ends with a delimiter and the header does not: the first row is not taken for the header.
  @Test func aDelimiterBehindEveryRow() throws {
    #expect(try message("mesa;inscritos;A;B\n1;300;100;50;\n2;310;90;70;\n")?.hasPrefix("T") == true)
  }

  @Test func theContestOfTheWorkspace() throws {
    let contest = Contest(
      "council", rule: .plurality,
      options: [.init("oak", name: Text("Lista Roble")), .init("elm", name: Text("Lista Olmo"))])
    let text = "mesa,inscritos,LISTA OLMO,Lista Roble\n1,300,100,50\n2,310,90,70\n"
    let lines = try proposal(text, contests: [contest])
    #expect(!lines.contains("contests:") && lines.contains("contest: council\n"))
    #expect(lines.contains("votes_elm: LISTA OLMO\n      votes_oak: Lista Roble\n"))
    let other = try proposal("mesa,inscritos,Lista Roble,Pino\n1,300,100,50\n2,310,90,70\n", contests: [contest])
    #expect(other.contains("contests:"))
    let named = try proposal(
      "mesa,inscritos,Lista Roble,Pino\n1,300,100,50\n2,310,90,70\n", known: ["contest": "council"], contests: [contest]
    )
    #expect(named.contains("# not sure: no column has the name of this option\n      votes_elm: {is: not_given}\n"))
    #expect(named.contains("# not sure: the contest has no option for 'Pino'\n"))
  }

  @Test func columnsOfTheKindsOwnNames() throws {
    let text = "id,source,topic,value,qualifier,remark\nc1,eu,dead,14,exact,x\nc2,un,dead,16,roughly,y\n"
    #expect(
      try proposal(text, "said.csv") == """
        # said.csv: 2 rows of 6 columns
        datasets:
          said:
            kind: claims  # 5 of its columns have the kind's own names
            path: said.csv
            columns:  # the others have the kind's names
              # not sure: the column stands in the file, but 'qualifier' cannot be 'roughly'; it can be exact, at_least, at_most, more_than, less_than, approx
              qualifier: {is: not_given}
            # left out: 'remark'
            # expect: {rows: 2}  as counted here; write it where the page that published the file says so

        """)
    let bulletins = try proposal("id,votes_oak,votes_elm,source\nfirst,10,20,board\n")
    #expect(bulletins.contains("kind: bulletins") && bulletins.contains("oak: {name: \"oak\"}\n"))
  }

  @Test func otherEncodings() throws {
    let text = "mesa,inscritos,Peñón,Niño\n1,300,100,50\n2,310,90,70\n"
    let latin = try look(text.unicodeScalars.map { UInt8($0.value) }).proposal().text
    #expect(latin.contains("encoding: windows_1252  # the bytes are not UTF-8\n"))
    #expect(latin.contains("votes_penon: \"Peñón\"\n"))
    #expect(
      latin.contains(
        "# not sure: which encoding it is instead: look at the accents in names; else latin_1\n"
      ))
    #expect(try proposal("\u{FEFF}" + text).contains("encoding: utf_8_bom  # the file begins with a byte order mark\n"))
  }

  /// More columns than are held against totals.
  @Test func wideFiles() throws {
    let votes = 0..<450
    var text = "acta,inscritos,validos," + votes.map { "c\($0)" }.joined(separator: ",") + "\n"
    for row in 1...3 { text += "\(row),9000,\(450 * row)" + votes.map { _ in ",\(row)" }.joined() + "\n" }
    let lines = try proposal(text)
    #expect(lines.contains("kind: sheets  # 450 columns of votes"))
    #expect(lines.contains("# not sure: whether all of these are options: no total in the file says so\n"))
  }

  @Test func emptyFilesAndHeadersAlone() throws {
    #expect(try message("")?.hasPrefix("T") == true)
    #expect(try message("\n\n")?.isEmpty == false)
    #expect(try message("mesa,inscritos,A,B\n") == nil || message("mesa,inscritos,A,B\n")?.hasPrefix("W091") == true)
    #expect(try message("mesa\n1\n")?.hasPrefix("W091") == true)
    #expect(try message(String(repeating: "\u{0}", count: 100))?.isEmpty == false)
  }

  /// What a header holds cannot leave its comment or its scalar.
  @Test func hostileHeads() throws {
    let text = "mesa,inscritos,\"a\u{2028}b: {c\",\"d\" # \"\"e\"\"\",\"f\ng\"\n1,300,100,50,1\n2,310,90,70,2\n"
    let lines = try proposal(text.replacing("\"d\" # \"\"e\"\"\"", with: "\"d # \"\"e\"\"\""))
    try scratch.write(
      (ScratchWorkspace.mission.split(separator: "contests:").first.map(String.init) ?? "") + lines, to: "veedor.yaml")
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.workspace?.contests.first?.options.map(\.name.en) == ["a\u{2028}b: {c", "d # \"e\"", "f\ng"])
  }

  /// A sheet of a spreadsheet has neither encoding nor delimiter.
  @Test func aSpreadsheetIsLookedAtLikeAFile() throws {
    let sample = WorkbookSample([
      ["Mesa", "Inscritos", "Roble", "Olmo", "Nulos"], ["1", 300, 100, 50, 2], ["2", 310, 90, 70, 1],
    ])
    let text = try look(sample.bytes, "data/count.xlsx").proposal().text
    #expect(text.contains("path: data/count.xlsx\n") && text.contains("registered: Inscritos"))
    #expect(!text.contains("format:"))
  }

  @Test func whatNoKindIsSeenIn() throws {
    let hint =
      "name one with --kind: area_totals, ballot_checks, ballot_manifest, batch_counts, batch_totals, bulletins, categories, claims, "
      + "commitments, complaints, copy_checks, incidents, recounts, round_tallies, scrutiny, sheets, sources, stations, strata; 'veedor docs formats' has their columns"
    #expect(
      try message("title,text\nx,y\n")
        == "W091 no kind is seen in the columns of 'data/count.csv': 'title', 'text' (\(hint))")
    #expect(
      try message("title,text\nx,y\n", known: ["kind": "sheets"])
        == "W091 the columns of 'data/count.csv' are not seen to be those of kind sheets: 'title', 'text' "
        + "('veedor docs formats' has the columns of the kind; 'columns:' says where they stand)")
    #expect(try message("title,text\nx,y\n", known: ["kind": "sheet"])?.hasPrefix("W030 unknown kind 'sheet'") == true)
    #expect(
      try message("{\"a\": 1}\n")
        == "W092 'data/count.csv' is JSON, which is read by paths, and only tables are looked at ('columns' of a dataset "
        + "names what stands where: see \"Captures of a page, as JSON\" in 'veedor docs data')")
  }
}
