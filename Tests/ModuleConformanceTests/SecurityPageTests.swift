import Diagnostics
import Files
import Markdown
import Schema
import Testing
import YAML

@testable import Bundles
@testable import Drafting
@testable import Ledger
@testable import Signatures
@testable import Spreadsheets
@testable import Tables
@testable import WebArchives
@testable import Workspaces

/// `Docs/security.md` tells every limit with the number that the program has.
@Suite struct SecurityPageTests {
  private static let reading = ReadingLimits()
  private static let (yaml, markdown) = (YAMLLimits.default, MarkdownLimits())

  /// Rows of the table of limits, in its order: what their sentences begin with, and the number.
  private static let limits: [(row: String, number: Int)] = [
    ("`veedor.yaml`, a template, a `module.yaml`", FileLimit.small.bytes),
    ("a result's findings, a figure", FileLimit.stored.bytes),
    ("data, and anything else", FileLimit.data.bytes),
    ("lists and mappings inside one another", yaml.depth),
    ("values, once every alias", yaml.nodes),
    ("bytes of all texts, once every alias", yaml.bytes),
    ("problems that are told", FoundProblems.limit),
    ("analyses that use others", UsesCheck.deepest),
    ("columns of a file that are put together", DatasetSection.mostColumns),
    ("a length of time", Int(StringFormat.longestDuration / 86_400)),
    ("bytes of a row, and of a text", reading.row),
    ("bytes of the distinct texts of a column", reading.texts),
    ("what a `.gz` may hold", reading.expansion),
    ("bytes that a `.gz` may hold whatever its size", reading.freelyDecompressed),
    ("bytes that a `.gz` may hold at all", reading.decompressed),
    ("elements of a spreadsheet's part", Int(XMLReader.depth)),
    ("bytes of a tag or a comment", XMLReader.longestToken),
    ("what a spreadsheet's part may hold", SpreadsheetParts.expansion),
    ("files in a spreadsheet's archive", SpreadsheetParts.entries),
    ("rows of a sheet", RowWriter.rows),
    ("columns of a sheet", RowWriter.columns),
    ("bytes of a sheet's cell", RowWriter.most),
    ("bytes of texts that are joined", TextColumn.leastJoined),
    ("faults that are told in full", FaultTally.shown),
    ("bytes of a template's Markdown", markdown.bytes),
    ("lists, quotations and the like", markdown.depth),
    ("sections and these inside one another", TemplateReader.deepest),
    ("problems that are told", DraftPage.mostProblems),
    ("pieces of a page", PageBudget.leastNodes),
    ("and no more than", PageBudget.mostNodes),
    ("bytes of the values, tables and figures", PageBudget.bytes),
    ("bytes of an entry", Entry.largest),
    ("objects and lists in an entry", CanonicalScanner.deepest),
    ("bytes of all files of a feed", FeedFolder.largest.bytes),
    ("files of branches", FeedFolder.mostFiles),
    ("bytes of a head", SignedNote.largest),
    ("signatures of a head", SignedNote.mostSignatures),
    ("bytes of the private values of an entry", PrivateFile.largest.bytes),
    ("bytes of an attached file", Attachment.largest.bytes),
    ("bytes of all attached files", Attachment.largestTogether.bytes),
    ("bytes of each of the two lists", WebArchive.largestList),
    ("files of a WACZ archive", WebArchive.mostFiles),
    ("bytes of all its files, unpacked", WebArchive.largestContent(of: 0)),
    ("and no more of them than", WebArchive.largestContent(of: .max)),
    ("bytes of a page's line", PageList.longestLine),
    ("bytes of a page's address and time", PageList.longestAddress),
    ("pages that are listed", PageList.mostListed),
    ("bytes of an envelope", Envelope.largest),
    ("signatures in an envelope", Envelope.mostSignatures),
    ("envelopes of a bundle", SignatureCheck.most),
    ("signers that a bundle names", BundleDescription.mostSigners),
    ("pairs of a signature and a key", SignatureCheck.mostTrials),
    ("characters of a sentence", Diagnostic.longestSentence),
  ]

  @Test func everyNumberIsThatOfTheProgram() throws {
    let text = try Page.docs("security.md").text
    let section = text[try #require(text.firstRange(of: "## Limits")).upperBound...]
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| *") }.dropFirst().map {
      $0.split(separator: "|").map { $0.drop { $0 == " " } }
    }
    #expect(rows.count == Self.limits.count)
    for (row, limit) in zip(rows, Self.limits) {
      #expect(row[0].hasPrefix(limit.row), "\(row[0])")
      #expect(row[1].split(separator: " ").first == "\(limit.number)", "\(row[0])")
    }
    #expect(text.contains("by \(Self.reading.memoryStep)\nbytes"))
    #expect(text.contains("beyond \(SpreadsheetParts.freelyExpanded) bytes"))
    #expect(text.contains("a cell of a table counted with \(PageBudget.cell) more"))
    #expect(Self.yaml.problems == FoundProblems.limit && Self.markdown.problems == DraftPage.mostProblems)
    #expect(Self.reading.row == TextSlot.maximumLength)
  }

  @Test func thePageIsLinked() throws {
    #expect(try Page(#filePath, "../../README.md").text.contains("(Docs/security.md)"))
  }
}
