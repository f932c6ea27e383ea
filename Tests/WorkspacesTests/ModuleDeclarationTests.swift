import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

/// External modules as a workspace file declares them.
@Suite struct ModuleDeclarationTests {
  private static let yaml = """
    veedor_module: 1
    id: turnout
    version: "1"
    command: [python3, main.py]
    operations:
      - id: level
        summary: {en: "Turnout", es: "Participación"}

    """

  private func problems(_ modules: String, _ yaml: String? = yaml, analyses: String = "{}") throws -> [String] {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + "modules:\n\(modules)\nanalyses: \(analyses)\n", to: "veedor.yaml")
    if let yaml { try scratch.write(yaml, to: "modules/turnout/module.yaml") }
    return Workspace.read(scratch.path, modules: builtInModules).diagnostics.map { problem in
      let start = problem.location?.range?.start
      let text = problem.message.split(separator: scratch.path).joined(separator: "DIR")
      return "\(start.map { "\($0.line):\($0.column) " } ?? "")\(problem.code) \(text)"
        + (problem.hint.map { " (\($0))" } ?? "")
    }
  }

  private func expect(_ found: [String], _ wanted: [String], _ location: SourceLocation = #_sourceLocation) {
    #expect(found == wanted, sourceLocation: location)
  }

  @Test func aSoundModuleJoinsTheOthers() throws {
    expect(
      try problems("  turnout: {path: modules/turnout}", analyses: "{a: {use: turnout.level}}"), [])
    expect(
      try problems("  turnout: {path: modules/turnout}", analyses: "{a: {use: turnout.levels}}"),
      [
        "16:21 W041 module 'turnout' has no operation 'levels': it has level (did you mean 'turnout.level'?)"
      ])
  }

  /// A module that can do with either of two inputs.
  @Test func noneOfTheInputsOfWhichOneIsNeeded() throws {
    let yaml =
      Self.yaml + """
            inputs:
              - {name: counts, kind: bulletins, optional: true, summary: the counts}
              - {name: sheets, kind: sheets, optional: true, summary: the sheets}
            needs_one_of: [counts, sheets]

        """
    let module = "  turnout: {path: modules/turnout}"
    expect(
      try problems(module, yaml, analyses: "{a: {use: turnout.level}}"),
      ["16:12 W055 turnout.level needs at least one of the inputs 'counts' and 'sheets'"])
    expect(
      try problems(module, yaml.replacing("[counts, sheets]", with: "[count]")),
      [
        "15:19 W060 the external module in 'modules/turnout' cannot be used: 'operations[0].needs_one_of[0]' cannot be read"
      ])
  }

  @Test func aModuleThatCannotBeRead() throws {
    let module = "  turnout: {path: modules/turnout}"
    let before = "15:19 W060 the external module in 'modules/turnout' cannot be used: "
    expect(
      try problems(module, nil, analyses: "{a: {use: turnout.level}}"),
      [before + "cannot open 'DIR/modules/turnout/module.yaml': no such file or folder"])
    expect(
      try problems(module, "a: ["), [before + "module.yaml:1: a value is missing here, before the end of the file"])
    expect(
      try problems(module, Self.yaml.replacing("veedor_module: 1", with: "veedor_module: 2")),
      [before + "veedor_module is 2, outside 1 to 1"])
    expect(
      try problems(module, Self.yaml.replacing("[python3, main.py]", with: "python3")),
      [before + "command must be a list, not a text"])
    expect(
      try problems(module, Self.yaml + "    makes_pages: true\n"),
      [before + "operation 'level' makes pages, which an external module cannot"])
    expect(
      try problems(module, Self.yaml.replacing("id: level", with: "id: Level")),
      [before + "'operations[0].id' cannot be read"])
  }

  /// Trust covers the files in the module's folder, so that the command may name no other.
  @Test(arguments: [
    ("[sh, ../../evil.sh]", "../../evil.sh"), ("[/usr/bin/python3, main.py]", "/usr/bin/python3"),
    ("[python3, lib/../../evil.py]", "lib/../../evil.py"), ("[../other/run]", "../other/run"), ("[sh, ..]", ".."),
    ("[sh, -c, '. ../../evil.sh']", "../../evil.sh"), ("[sh, -c, 'cd ..; exec ./evil.sh']", ".."),
    ("[sh, -c, 'exec \"/tmp/evil.sh\"']", "/tmp/evil.sh"), ("[sh, '~/evil.sh']", "~/evil.sh"),
    ("[sh, -c, '. $HOME/evil.sh']", "$HOME/evil.sh"), ("[sh, -c, '. ${HOME}/evil.sh']", "/evil.sh"),
    ("[python3, --rules=../rules.py, main.py]", "../rules.py"), ("[perl, -I/srv/lib, main.pl]", "-I/srv/lib"),
    ("[perl, -I../lib, main.pl]", "-I../lib"), ("[env, PYTHONPATH=lib:/srv, python3, main.py]", "/srv"),
  ]) func aCommandThatNamesAFileElsewhere(command: String, path: String) throws {
    expect(
      try problems("  turnout: {path: modules/turnout}", Self.yaml.replacing("[python3, main.py]", with: command)),
      [
        "15:19 W060 the external module in 'modules/turnout' cannot be used: 'command' names '\(path)', "
          + "which is outside the module's folder"
      ])
  }

  @Test(arguments: [
    "[./turnout]", "[bin/turnout, --level, '0.5']", "[python3, -u, lib/main.py]", "[sh, -c, 'exec ./run.sh a..b']",
    "[python3, -m, package.main]", "[perl, -Ilib/perl, main.pl]", "[ruby, --rules=rules/a.rb, ...]",
  ]) func aCommandThatNamesItsOwnFiles(command: String) throws {
    expect(
      try problems("  turnout: {path: modules/turnout}", Self.yaml.replacing("[python3, main.py]", with: command)), [])
  }

  /// What a module declares is told before it runs.
  @Test func aSentenceThatDecides() throws {
    let yaml =
      Self.yaml + """
            findings:
              - code: ahead
                kind:
                  severity: info
                  tier: fact
                  placement: body
                  statement: {en: "{who} is the winner.", es: "Según la fuente, {who} fue el ganador."}
                  caution: {en: None., es: Ninguna.}
                  method: {en: reading, es: lectura}
                  numbers: []
                  words: [who]

        """
    expect(
      try problems("  turnout: {path: modules/turnout}", yaml),
      [
        "15:19 K015 the words of finding 'ahead' say 'winner', which decides what a mission cannot know "
          + "(say what was counted, compared or reported, and by whom; names belong in its words, not in its sentence)"
      ])
  }

  @Test func aNameThatIsTaken() throws {
    expect(
      try problems("  counts: {path: modules/turnout}"),
      ["15:3 W061 'counts' is the name of a module that comes with the program"])
  }

  @Test func aNameThatDiffers() throws {
    expect(
      try problems("  turn_out: {path: modules/turnout}"),
      [
        "15:3 W062 the external module 'turn_out' calls itself 'turnout' (name it 'turnout')"
      ])
  }

  @Test func whatTheSchemaRefuses() throws {
    expect(
      try problems("  turnout: {pth: modules/turnout}"),
      [
        "15:3 W011 missing key 'path' in modules.turnout",
        "15:13 W012 unknown key 'pth' in modules.turnout (did you mean 'path'?)",
      ])
    expect(
      try problems("  turnout: {path: ../turnout}"),
      [
        "15:19 W015 modules.turnout.path is '../turnout', not a path inside the workspace (relative, with /, without ..)"
      ])
  }
}
