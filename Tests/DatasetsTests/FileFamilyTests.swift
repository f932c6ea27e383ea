import Datasets
import TestSupport
import Testing

/// Files of many forms, made from real ones, and what happens to files on their way: each is read as what it says or as what
/// was published, or refused by name, or asked about. None is read as something else.
struct FileFamilyTests {
  /// The tables that files are made from: twenty real ones where they are there, and made ones.
  private static func tables() throws -> [FamilyTable] {
    var draw = Seeded(seed: 12)
    let real = try FamilyTable.real(rows: 9)
    return real + (0..<max(6, 24 - real.count)).map { FamilyTable.made($0, rows: 9, &draw) }
  }

  @Test func everyFileIsReadRightOrRefusedByName() throws {
    var draw = Seeded(seed: 2019)
    var (count, right, refused, asked) = (0, 0, 0, 0)
    var wrong: [String] = []
    for table in try Self.tables() {
      for damage in FamilyDamage.all {
        for isExpected in [false, true] {
          var file = FamilyFile(table, &draw)
          damage.apply(&file, &draw)
          count += 1
          switch try file.outcome(isExpected: isExpected) {
          case .right: right += 1
          case .refused: refused += 1
          case .asked: asked += 1
          case .wrong(let how): wrong.append("\(table.name), \(damage.name): \(how)")
          }
        }
      }
    }
    #expect(wrong == [])
    // Else the family would prove nothing.
    #expect(count >= 2000 && right > count / 10 && refused > count / 10 && asked > 10)
  }

  @Test func soundFilesAreRead() throws {
    var draw = Seeded(seed: 7)
    for table in try Self.tables() {
      for _ in 0..<4 {
        let file = FamilyFile(table, &draw)
        guard case .right = try file.outcome(isExpected: true) else {
          Issue.record("\(table.name) in \(file.format)")
          continue
        }
      }
    }
  }
}
