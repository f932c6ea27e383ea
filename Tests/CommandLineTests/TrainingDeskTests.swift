import Foundation
import Testing

/// The training desk of the reference mission: the commands of its page make a ledger, and this is what its analyses then say.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct TrainingDeskTests {
  private static let mission = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Workspaces/honduras_2017")

  /// Runs the commands of the page beside a copy of the mission, and gives what they show.
  private func makeDesk(in shell: borrowing Shell) async throws -> Transcript.Outcome {
    let page = try String(contentsOf: Self.mission.appending(path: "log/README.md"), encoding: .utf8)
    let commands = try #require(page.components(separatedBy: "\n```\n").dropFirst().first)
    _ = try await shell.run("mkdir Workspaces && cp -r \(Self.mission.path) Workspaces")
    let made = try await shell.run("set -e\n" + commands)
    #expect(made.status == 0, "\(made.errors)")
    return made
  }

  /// The sentences that a command shows, without the keys of what they rest on; blanks that do not break are plain ones.
  private func sentences(_ command: String, in shell: borrowing Shell) async throws -> [String] {
    let shown = try await shell.run(command + " | grep '\\['")
    #expect(shown.status == 0 && shown.errors == "")
    return shown.output.replacing("\u{a0}", with: " ").split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }

  @Test func whatTheLogComesTo() async throws {
    let shell = try Shell(executable: executable)
    let made = try await makeDesk(in: shell)
    #expect(made.output.components(separatedBy: ": added ").count - 1 == 85)
    #expect(made.output.contains(": 88 entries signed\n"))
    let again = try await shell.run(
      "cd training_desk && veedor log import incident log/incidents.csv --key id --system honduras_2017 | cut -c 1-21 | tail -n 1"
    )
    #expect(again.output == "row 15: there already\n")

    let log = "without those refuted, duplicates of others and those not related to the election (15 incidents in all)"
    let incidents = try await sentences("veedor show training_desk --only incidents", in: shell)
    #expect(
      incidents == [
        "[info] The mission's log holds 15 incidents, by status: new (15).",
        "[info] Verified by another author than the one who opened them: 0 incidents, of 15 incidents of the log.",
        "[info] By category, \(log): custody of ballots (1), clashes (2), claims before results (1), protests (1), publication of results (2), the system of results (4), sheets (2), state of exception (1) and transmission (1).",
        "[info] By severity, \(log): not stated (15).",
        "[info] By area, \(log): Tegucigalpa (3) and not stated (12).",
        "[info] By actor named, some in several, \(log): police (2), the candidate of the Alliance (1), the candidate of the National Party (1), the electoral tribunal (1), the tribunal's president (1) and not stated (10).",
      ])
    // Of neither rule is it known from which day it counts: no time is said to have passed, and no rule to contradict the other.
    let complaint = "Complaint without a number before a forum that the source does not name"
    let start = "the time for filing runs from what starts it, which is not logged."
    #expect(
      Set(try await sentences("veedor show training_desk --only complaints", in: shell)) == [
        "[info] Complaints and appeals in the mission's log: 1, of which decided: 0; without any rule's time: 0.",
        "[info] \(complaint): by the electoral law, as the US State Department puts it (five days, for concerns about the declared result), \(start)",
        "[info] \(complaint): by an undated press report (ten days, and extended), \(start)",
      ])
    let tribunal =
      "Commitment of the electoral tribunal, according to the electoral tribunal (in a news story of 30 November 2017)"
    #expect(
      Set(try await sentences("veedor show training_desk --only commitments", in: shell)) == [
        "[info] Commitments in the mission's log: 3, by how they stand: not kept (2) and open (1).",
        "[notice] \(tribunal): final results by the evening of 29 November, due between 18:00 on 29 November 2017 and 23:59 on 29 November 2017. By the mission's log it was not kept.",
        "[notice] \(tribunal): final results by 3 a.m. on 30 November, due by 03:00 on 30 November 2017. By the mission's log it was not kept.",
        "[info] Commitment of the tribunal's president, according to the president of the electoral tribunal (in an agency report of 27 November 2017): final results by 30 November at the latest, due between 00:00 on 30 November 2017 and 23:59 on 30 November 2017. The mission's log does not say what became of it.",
      ])
  }

  /// An edition holds what was public by then, whenever the desk wrote it down; what came of a promise is an entry of its own.
  @Test(arguments: [("2017-11-28T00:00:00-06:00", "1 incident"), ("2017-12-20T00:00:00-06:00", "13 incidents")])
  func anEditionHoldsWhatWasKnownByThen(instant: String, held: String) async throws {
    let shell = try Shell(executable: executable)
    _ = try await makeDesk(in: shell)
    #expect(try await shell.run("veedor run training_desk --only incidents --as-of \(instant)").status == 0)
    let shown = try await sentences("veedor show training_desk --only incidents --as-of \(instant)", in: shell)
    let number = held.prefix { $0 != " " }
    #expect(
      shown.first
        == "[info] The mission's log, as known by then by what its authors state, holds \(held), by status: new (\(number))."
    )
    let promise = try await shell.run(
      "veedor log show honduras_2017#results_promised_29_nov -C training_desk | grep outcome")
    #expect(promise.output == "  outcome: not_kept\n")
  }

  /// Of people harmed the log and the reference mission's file say the same, analysis by analysis.
  @Test func theLogSaysOfPeopleHarmedWhatTheFileSays() async throws {
    let shell = try Shell(executable: executable)
    _ = try await makeDesk(in: shell)
    for (measure, sentences) in [("killed", 10), ("injured", 5), ("detained", 3)] {
      let analysis = "casualties_\(measure)"
      let run = try await shell.run("veedor run Workspaces/honduras_2017 --only \(analysis)")
      #expect(run.status == 0, "\(run.errors)")
      let log = try await self.sentences("veedor show training_desk --only \(analysis)", in: shell)
      let file = try await self.sentences("veedor show Workspaces/honduras_2017 --only \(analysis)", in: shell)
      #expect(log.count == sentences && log.map(Self.words).sorted() == file.map(Self.words).sorted())
    }
  }

  /// The words of `sentence` in order of the alphabet, as sources of one figure are named in the order of rows, which of a ledger is
  /// that of ids; without the hour at which a day ends that is inferred.
  private static func words(_ sentence: String) -> String {
    sentence.replacing("published by 23:59 on", with: "published on").split(separator: " ").sorted()
      .joined(separator: " ")
  }
}
