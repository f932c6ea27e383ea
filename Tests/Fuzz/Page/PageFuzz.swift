import Diagnostics
import FuzzDriver
import Markdown
import ModuleKit

@testable import Drafting

@_cdecl("PageFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: takes the bytes as a template, and stops where its page is more than its budget, or nothing is said
/// of a page that is not made.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let template = UnsafeBufferPointer(start: start, count: count)
  let page = DraftPage(
    template: template, name: "draft.md", language: .english, results: SampleResults.all, context: SampleResults.context
  )
  guard let html = page.html else {
    demand(!page.diagnostics.isEmpty, "no page, and nobody says why")
    let source = SourceText(name: "draft.md", text: template)
    for diagnostic in page.diagnostics { _ = diagnostic.rendered(in: source) }
    return 0
  }
  demand(page.diagnostics.isEmpty, "a page in spite of what is wrong")
  guard let document = parseMarkdown(template, name: "draft.md").document else { fatalError("a page of no document") }
  var reader = TemplateReader()
  let read = reader.read(document)
  var filler = TemplateFiller(SampleResults.all, SampleResults.context, .english)
  let nodes = filler.fill(read).nodes.reduce(0) { $0 + size($1) }
  let findings = SampleResults.all.reduce(0) { $0 + $1.outcome.findings.count }
  let budget = PageBudget(template: read.count, findings: findings)
  // A tag counts as the node in its place.
  demand(nodes <= budget.nodes, "\(nodes) nodes on a page of \(budget.nodes)")
  demand(html.utf8.count <= PageBudget.bytes + budget.nodes * 512, "\(html.utf8.count) bytes on a page")
  demand(!html.contains("<script"), "a page with a script")
  return 0
}

private func size(_ node: DraftNode) -> Int { node.children.reduce(1) { $0 + size($1) } }
