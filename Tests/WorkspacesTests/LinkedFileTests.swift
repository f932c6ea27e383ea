import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

@Test func aDatasetBehindALinkIsRefused() throws {
  let (scratch, elsewhere) = (try ScratchWorkspace(), try ScratchWorkspace())
  try elsewhere.write("private\n", to: "private.csv")
  try scratch.write(
    ScratchWorkspace.mission + """
      datasets:
        bulletins: {kind: bulletins, path: data/bulletins.csv, contest: president}
        claims: {kind: claims, path: linked/private.csv}

      """, to: "veedor.yaml")
  try scratch.write("", to: "data/other.csv")
  try scratch.link("\(elsewhere.path)/private.csv", from: "data/bulletins.csv")
  try scratch.link(elsewhere.path, from: "linked")
  #expect(
    Workspace.read(scratch.path, modules: builtInModules).diagnostics.map(\.message) == [
      "cannot open '\(scratch.path)/data/bulletins.csv': it is a symbolic link",
      "cannot open '\(scratch.path)/linked': a part of the path is not a folder",
    ])
}
