import Foundation
import TestSupport
import Testing

/// The course, in both languages: what its exercises say that one should find is what the training mission gives.
@Suite(.enabled(if: executable != nil)) struct CourseTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// An exercise: the analyses that it shows, and the numbers in what should be found, as they are written.
  private struct Exercise {
    let title: String
    let analyses: Set<String>
    let numbers: [String]

    /// The exercises of the course in the page at `path`.
    static func all(of path: String, finding: String) throws -> [Exercise] {
      let page = try String(contentsOf: CourseTests.root.appending(path: path), encoding: .utf8)
      return page.components(separatedBy: "\n## ").dropFirst().map { section in
        let paragraphs = section.components(separatedBy: "\n\n")
        let start = paragraphs.firstIndex { $0.hasPrefix(finding) } ?? paragraphs.endIndex
        let end = paragraphs[start...].firstIndex { $0.hasPrefix("*") && !$0.hasPrefix(finding) } ?? paragraphs.endIndex
        let found = paragraphs[start..<end].joined(separator: "\n")
        return Exercise(
          title: paragraphs[0],
          analyses: Set(section.matches(of: /show --only ([a-z_]+)/).map { String($0.1) }),
          numbers: found.matches(of: /[0-9][0-9.,:]*[0-9]|[0-9]/).map { String($0.0) })
      }
    }
  }

  @Test func theNumbersAreThoseOfTheMission() async throws {
    let shell = try Shell(executable: executable)
    #expect(try await shell.run("veedor init --template training course && veedor run course").status == 0)
    for (path, language, finding) in [
      ("Docs/course.md", "en", "*You should find*"), ("Docs/es/course.md", "es", "*Debería hallar*"),
    ] {
      let exercises = try Exercise.all(of: path, finding: finding)
      #expect(exercises.count { !$0.numbers.isEmpty && !$0.analyses.isEmpty } == 6, "\(path)")
      for exercise in exercises where !exercise.numbers.isEmpty {
        var seen = ""
        for analysis in exercise.analyses.sorted() {
          seen += try await shell.run("veedor -C course show --only \(analysis) --language \(language)").output
          seen += try await shell.run("tr , ' ' < course/results/\(analysis)/tables/areas.csv").output
        }
        let printed = Set(seen.matches(of: /[0-9][0-9.,:]*[0-9]|[0-9]/).map { String($0.0) })
        let values = printed.compactMap(Self.value)
        for number in exercise.numbers where !printed.contains(number) {
          #expect(Self.isRounding(number, of: values), "\(path), \(exercise.title): \(number) is not printed")
        }
      }
    }
  }

  private static func value(_ number: String) -> Double? { Double(number.filter { $0 != "," }) }

  /// Whether one of `values` becomes `number` where it is rounded to as many decimals.
  private static func isRounding(_ number: String, of values: [Double]) -> Bool {
    guard let rounded = value(number) else { return false }
    let decimals = number.split(separator: ".").dropFirst().first?.count ?? 0
    let half = 0.5000001 * pow(10, -Double(decimals))
    return values.contains { abs($0 - rounded) <= half }
  }
}
