package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFileTest {

    @Test
    void defectIsToldWithFileRowAndColumn() {
        ReferenceFile file = file("code,ldc\nAAA,yes\nBBB,maybe\n");
        IllegalStateException defect =
                assertThrows(IllegalStateException.class, () -> file.rows(row -> row.yes("ldc")));
        assertEquals("reference/some.csv, row 2: ldc is \"maybe\", neither yes nor no", defect.getMessage());
    }

    @Test
    void emptyTextIsADefectWhereATextMustBe() {
        ReferenceFile file = file("code,name\nAAA,\n");
        IllegalStateException defect =
                assertThrows(IllegalStateException.class, () -> file.rows(row -> row.text("name")));
        assertEquals("reference/some.csv, row 1: name is empty", defect.getMessage());
    }

    @Test
    void missingFileIsToldByName() {
        IllegalStateException defect = assertThrows(IllegalStateException.class, () -> ReferenceFile.named("none.csv"));
        assertEquals("reference/none.csv is missing", defect.getMessage());
    }

    @Test
    void quotesCommasAndListsAreRead() {
        assertEquals(List.of("a, \"b\""), file("code\n\"a, \"\"b\"\"\"\n").rows(row -> row.text("code")));
        assertEquals(
                List.of(List.of("A", "B"), List.of()),
                file("code,stages\nX,A B\nY,\n").rows(row -> row.words("stages")));
    }

    @Test
    void breachBetweenTheFilesIsTold() {
        Names names = new Names("ا", "中", "Place", "Lieu", "Место", "Lugar");
        Region lost = new Region("011", RegionLevel.INTERMEDIATE, "202", names);
        ReferenceChecks checks = new ReferenceChecks(
                new Catalogue<>("region", List.of(lost)),
                new Catalogue<>("State", List.of()),
                new Catalogue<>("stage", List.of()),
                new Catalogue<>("theme", List.of()),
                List.of());
        IllegalStateException breach = assertThrows(IllegalStateException.class, checks::run);
        assertEquals("reference data: the region 011 does not stand in a place one level wider", breach.getMessage());
    }

    @Test
    void codeThatOccursTwiceIsTold() {
        Kind kind = new Kind("TOOLS", new Names("ا", "中", "Tools", "Outils", "Орудия", "Útiles"));
        IllegalStateException breach =
                assertThrows(IllegalStateException.class, () -> new Catalogue<>("kind", List.of(kind, kind)));
        assertEquals("reference data: the kind TOOLS occurs twice", breach.getMessage());
    }

    @Test
    void textThatLacksALanguageIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new Names("ا", " ", "Tools", "Outils", "Орудия", "Útiles"));
        assertTrue(refusal.getMessage().contains("Tools"));
    }

    private static ReferenceFile file(String content) {
        return new ReferenceFile("some.csv", content);
    }
}
