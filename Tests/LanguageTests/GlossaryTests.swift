import Language
import Testing

/// What readers call things that data name by a key.
@Suite struct GlossaryTests {
  @Test func theMissionsWordsGoFirst() {
    let glossary = Glossary(["region": Text(en: "zone of command", es: "zona de mando")])
    #expect(glossary.name("region") == Text(en: "zone of command", es: "zona de mando"))
    #expect(glossary.name("place") == Text(en: "polling place", es: "centro de votación"))
  }

  @Test func usualNamesOfLevelsAreKnownInBothLanguages() {
    for key in ["department", "departamento", "Departamento"] {
      #expect(Glossary().name(key) == Text(en: "department", es: "departamento"))
    }
    #expect(Glossary().name("junta_receptora") == Text("junta receptora"))
  }

  @Test func whileAnOperationRunsTheyAreTheMissions() async {
    let glossary = Glossary(["x": Text("y")])
    let name = await Glossary.$current.withValue(glossary) { await Task { Glossary.current.name("x") }.value }
    #expect(name == Text("y") && Glossary.current.name("x") == Text("x"))
  }
}
