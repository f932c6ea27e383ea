import Diagnostics
import Language
import Testing

@Test(arguments: [
  ("pth", "path"), ("silense", "silence"), ("conetst", "contest"), ("PATH", "path"), ("kinds", "kind"),
])
func aSlipFindsTheName(typed: String, meant: String) {
  #expect(nearName(to: typed, among: ["contest", "kind", "path", "silence"]) == meant)
  #expect(didYouMean(typed, among: ["contest", "kind", "path", "silence"]).map(\.en) == "did you mean '\(meant)'?")
}

@Test(arguments: ["", "xyz", "bulletin_of_the_year", "país"])
func somethingElseFindsNothing(typed: String) {
  #expect(nearName(to: typed, among: ["contest", "kind", "path"]) == nil)
}

@Test func theNearestWinsAndTiesAreDecidedByByteOrder() {
  #expect(nearName(to: "lead", among: ["leads", "lend"]) == "leads")
  #expect(nearName(to: "lend", among: ["lens", "lead"]) == "lead")
}
