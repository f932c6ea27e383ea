import ArgumentParser
import Bundles
import Hashing
import ModuleKit

extension BundleCommand {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every byte of bundles, and tell what is known of them.",
      discussion: """
        A folder into which a bundle was unpacked, and a bundle that was packed again, are told as such: their files can \
        be the ones that the bundle was made with, but they are not the file that its maker handed out.
        """)

    @Argument(help: ArgumentHelp("The bundles.", valueName: "file")) var files: [String]
    @Flag(help: "Be content with the right files in another archive or a folder.") var contentOnly = false
    @Flag(help: "Print the facts as JSON objects, one behind the other.") var json = false

    func run() throws {
      var isVerified = true
      for file in files {
        let facts: BundleFacts
        do {
          facts = try Bundle(path: file).verify()
        } catch {
          throw Console.failure(error)
        }
        if json {
          Console.print(json: facts.document)
        } else {
          if files.count > 1 { Console.print("\(file)") }
          BundleLines.tell(facts)
        }
        switch facts.verdict {
        case .intact: break
        case .contentIntact: isVerified = isVerified && contentOnly
        case .broken: isVerified = false
        }
      }
      if !isVerified { throw Exit(status: .unverified) }
    }
  }
}

/// What is known of a bundle, line by line.
enum BundleLines {
  /// Prints the facts as data, and what is wrong or unusual as messages.
  static func tell(_ facts: BundleFacts) {
    for problem in facts.problems + facts.notes { Console.message(problem) }
    for line in lines(facts) { Console.print(line) }
  }

  private static func lines(_ facts: BundleFacts) -> [String] {
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
    lines.append("signed:    \(facts.unread.isEmpty ? "no" : "not checked: this version reads no signatures")")
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
