import ArgumentParser
import BuiltIn
import Bundles
import Hashing
import ModuleKit
import Workbench

extension BundleCommand {
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every byte of bundles, and tell what is known of them.",
      discussion: """
        A folder into which a bundle was unpacked, and a bundle that was packed again, are told as such: their files can \
        be the ones that the bundle was made with, but they are not the file that its maker handed out.

        A signature that is missing or does not hold is status 4. One that holds shows that the holder of a key vouched for this \
        bundle. Whose key it is says the roster of the mission, where you trust one ('veedor ledger roster'); --trusted asks for that. When it \
        was only the signer says.
        """)

    @Argument(help: ArgumentHelp("The bundles.", valueName: "file")) var files: [String]
    @Flag(help: "Be content with the right files in another archive or a folder.") var contentOnly = false
    @Flag(help: "Ask for a signature of a key that the mission's roster, trusted on this machine, vouches for.")
    var trusted = false
    @Flag(help: "Run the analyses and drafts of intact bundles again, and compare every byte.") var rerun = false
    @Flag(help: "Print the facts as JSON objects, one behind the other.") var json = false

    func run() async throws {
      var isVerified = true
      for file in files {
        let bundle: Bundle
        let facts: BundleFacts
        do {
          bundle = try Bundle(path: file)
          facts = try bundle.verify(knowing: SignatureLines.knownKeys)
        } catch {
          throw Console.failure(error)
        }
        let signatures = try SignatureLines(facts)
        let again = try await rerun(bundle, facts)
        if json {
          Console.print(json: RerunLines.document(facts, again, and: ["signatures": signatures.document]))
        } else {
          if files.count > 1 { Console.print(file) }
          BundleLines.tell(facts, signatures)
          if let again {
            RerunLines.tell(again)
          } else if rerun {
            Console.print("rerun:     not run: the bundle is not intact")
          }
        }
        isVerified = isVerified && facts.hasSoundSignatures && (!trusted || signatures.isTrusted)
        if rerun, again?.isSame != true { isVerified = false }
        switch facts.verdict {
        case .intact: break
        case .contentIntact: isVerified = isVerified && contentOnly
        case .broken: isVerified = false
        }
      }
      if !isVerified { throw Exit(status: .unverified) }
    }

    /// Runs `bundle` again, where that was asked for and it is intact.
    private func rerun(_ bundle: Bundle, _ facts: BundleFacts) async throws -> BundleRerun? {
      guard rerun, facts.verdict == .intact else { return nil }
      return try await RerunLines.rerun {
        try await BundleRerun(bundle, modules: builtInModules, progress: $0)
      }
    }
  }
}

/// What is known of a bundle, line by line.
enum BundleLines {
  /// Prints the facts as data, and what is wrong or unusual as messages.
  static func tell(_ facts: BundleFacts, _ signatures: SignatureLines) {
    let missing = facts.missingSigners.map { Diagnostic(SignatureMessage.missingSigner($0)) }
    for problem in facts.problems + facts.signatureProblems + missing + facts.notes { Console.message(problem) }
    for line in lines(facts, signatures) { Console.print(line) }
  }

  private static func lines(_ facts: BundleFacts, _ signatures: SignatureLines) -> [String] {
    func word(_ fact: BundleFacts.Fact, _ bad: String = "BAD") -> String {
      switch fact {
      case .good: "good"
      case .bad: bad
      case .unknown: "not checked"
      }
    }
    var lines = [
      "container: \(container(facts) ?? word(facts.container))", "canonical: \(word(facts.canonical, "no"))",
      "bag:       \(word(facts.bag))", "leaves:    \(word(facts.leaves))",
      "identity:  \(word(facts.identity))",
    ]
    if let statement = facts.statement {
      let description = statement.description
      // A statement that is not about these leaves identifies nothing.
      if facts.identity == .good { lines.append("sha256:    \(statement.identity.hex)") }
      lines.append(
        "mission:   \(description.mission), edition \(description.edition), \(statement.leaves) files, "
          + "profile \(description.profile.rawValue)")
    }
    lines.append("complete:  \(facts.missing.map { $0 == 0 ? "yes" : "no, \($0) files are missing" } ?? "unknown")")
    lines.append("redacted:  \(facts.redacted)")
    lines += signatures.lines
    lines.append("verdict:   \(verdict(facts.verdict))")
    return lines
  }

  private static func container(_ facts: BundleFacts) -> String? {
    switch facts.form {
    case .archive: nil
    case .otherArchive: "not ours, another archive"
    case .folder: "not ours, a folder"
    }
  }

  private static func verdict(_ verdict: BundleFacts.Verdict) -> String {
    switch verdict {
    case .intact: "intact"
    case .contentIntact: "content intact, container not ours"
    case .broken: "broken"
    }
  }
}
