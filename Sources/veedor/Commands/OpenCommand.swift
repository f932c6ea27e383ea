import ArgumentParser
import BuiltIn
import Bundles
import Files
import Hashing
import ModuleKit
import Workbench

struct OpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Verify a bundle, unpack it beside, and say what it is, what it shows and what it does not.",
    discussion: """
      The folder is named by mission and identity, not by the file, and appears when it is complete. Nothing is unpacked \
      of a bundle that is not intact, or whose signatures do not hold. Nothing in it runs unless --rerun is given, and external modules that came along \
      not even then.
      """)

  @Argument(help: ArgumentHelp("The bundle.", valueName: "file")) var file: String
  @Option(name: .shortAndLong, help: ArgumentHelp("Unpack into this new folder.", valueName: "dir"))
  var output: String?
  @Flag(help: "Run its analyses and drafts again, and compare every byte.") var rerun = false
  @Flag(help: "Print the facts as one JSON object.") var json = false

  func run() async throws {
    let bundle: Bundle
    let facts: BundleFacts
    let folder: String
    let signatures: SignatureLines
    do {
      bundle = try Bundle(path: file)
      facts = try bundle.verify(knowing: SignatureLines.knownKeys)
      signatures = try SignatureLines(facts)
      guard facts.verdict == .intact, facts.hasSoundSignatures, let statement = facts.statement else {
        BundleLines.tell(facts, signatures)
        throw Exit(status: .unverified)
      }
      folder = output ?? Self.beside(file, statement)
      try bundle.extract(to: folder)
    } catch let exit as Exit {
      throw exit
    } catch {
      throw Console.failure(error)
    }
    let again =
      rerun
      ? try await RerunLines.rerun { try await BundleRerun(bundle, modules: builtInModules, progress: $0) }
      : nil
    if json {
      Console.print(
        json: RerunLines.document(facts, again, and: ["folder": .string(folder), "signatures": signatures.document]))
    } else {
      for line in Self.lines(facts, signatures, file: file, folder: folder, isRerun: rerun) { Console.print(line) }
      if let again { RerunLines.tell(again) }
    }
    if again?.isSame == false { throw Exit(status: .unverified) }
  }

  /// The folder beside `file` that is named by what the bundle says it is.
  private static func beside(_ file: String, _ statement: BundleStatement) -> String {
    let name = "\(statement.description.mission)-\(statement.identity.hex.prefix(8))"
    return file.lastIndex(of: "/").map { String(file[...$0]) + name } ?? name
  }

  private static func lines(
    _ facts: BundleFacts, _ signatures: SignatureLines, file: String, folder: String, isRerun: Bool
  ) -> [String] {
    guard let statement = facts.statement else { return [] }
    let description = statement.description
    var lines = description.title.sorted { $0.key < $1.key }.map(\.value)
    lines += description.notice.sorted { $0.key < $1.key }.map(\.value)
    lines += [
      "mission \(description.mission), edition \(description.edition), \(statement.leaves) files, \(statement.size) bytes",
      "identity \(statement.identity.hex)", "", "What this shows:",
      "- Each of the \(statement.leaves) files is, byte for byte, the one that the bundle with this identity was made with.",
      "- None of them is missing, and nothing was added.", "", "What it does not show:",
    ]
    lines += signatures.doubts
    lines += [
      "- When it was made, or that it is all that the mission knows.", "- That what it says is true.",
      isRerun
        ? "- That the methods are the right ones: that they were run again to the same bytes, or not, stands below."
        : "- That its results follow from its inputs: nothing was run. 'veedor bundle verify --rerun \(file)' does.",
      "", "Unpacked into \(folder):",
    ]
    let parts = [
      ("workspace", "the inputs, as the mission described them: 'veedor check' says whether they are sound"),
      ("results", "what the mission's analyses found, made elsewhere"),
      ("drafts", "pages that state it, made elsewhere"),
    ]
    let bag = try? Folder(path: folder)
    for (part, words) in parts where (try? bag?.folder("data/\(part)")) != nil {
      lines.append("- data/\(part): \(words)")
    }
    return lines
  }
}

/// What came of running a bundle again, as users see it.
enum RerunLines {
  /// Runs `body`, which is told how to show how far it is; what stops it ends the command.
  static func rerun(
    _ body: (@escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void) async throws -> BundleRerun
  ) async throws -> BundleRerun {
    do {
      return try await body { Console.progress($0, $1, $2) }
    } catch {
      throw Console.failure(error)
    }
  }

  /// Prints the outcome as data, and what is not the same as messages.
  static func tell(_ rerun: BundleRerun) {
    Console.report(rerun.problems, in: nil)
    Console.print(
      rerun.isSame ? "rerun:     the same bytes, \(rerun.files) files of results and pages" : "rerun:     NOT THE SAME")
  }

  /// The facts with the outcome, for programs.
  static func document(_ facts: BundleFacts, _ rerun: BundleRerun?, and more: [String: Value] = [:]) -> Value {
    guard case .object(let members) = facts.document else { return facts.document }
    let again: Value =
      rerun.map {
        [
          "same": .bool($0.isSame), "files": .integer($0.files),
          "problems": .list($0.problems.map { ["code": .string($0.code), "message": .string($0.message)] }),
        ]
      } ?? .null
    return .object(members.merging(more) { $1 }.merging(["rerun": again]) { $1 })
  }
}
