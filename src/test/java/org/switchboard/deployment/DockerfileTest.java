package org.switchboard.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.deployment.Dockerfile.Instruction;

class DockerfileTest {

    private static final Set<String> PLAIN = Set.of("FROM", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "ENTRYPOINT");

    private Dockerfile file;

    @BeforeEach
    void read() throws IOException {
        file = Dockerfile.read();
    }

    @Test
    void isPlain() {
        file.instructions().forEach(instruction -> assertTrue(PLAIN.contains(instruction.word()), instruction.word()));
    }

    @Test
    void stagesStartFromImagesOfAVersionForJava17() {
        List<Instruction> stages = file.all("FROM");
        assertEquals(2, stages.size());
        for (Instruction stage : stages) {
            String image = stage.argument().split(" ")[0];
            assertTrue(Dockerfile.hasVersion(image), image);
            assertTrue(image.contains("17"), image);
        }
        assertTrue(stages.get(1).argument().contains("-jre"), "only the runtime is shipped");
    }

    @Test
    void tagWithoutAVersionIsNoVersion() {
        assertFalse(Dockerfile.hasVersion("maven"));
        assertFalse(Dockerfile.hasVersion("maven:latest"));
        assertFalse(Dockerfile.hasVersion("registry.example:5000/maven"));
    }

    @Test
    void processIsANumberedUserWhoIsNotRoot() {
        List<Instruction> image = file.image();
        List<String> words = image.stream().map(Instruction::word).toList();
        assertEquals(1, words.stream().filter("USER"::equals).count());
        assertTrue(file.last("USER").matches("[1-9]\\d*:[1-9]\\d*"), file.last("USER"));
        assertTrue(words.lastIndexOf("COPY") < words.indexOf("USER"), "what runs belongs to root");
    }

    @Test
    void programIsStartedWithoutAShell() {
        assertTrue(file.all("RUN").stream().allMatch(Instruction::isExecForm));
        assertEquals(1, file.all("ENTRYPOINT").size());
        assertTrue(file.all("ENTRYPOINT").get(0).isExecForm());
        assertTrue(file.last("ENTRYPOINT").endsWith("\"-jar\", \"quarkus-run.jar\"]"));
        assertEquals("8080", file.last("EXPOSE"));
    }

    @Test
    void everythingCopiedFromTheProjectExistsAndIsNotIgnored() throws IOException {
        List<String> ignore = Files.readAllLines(Path.of(".dockerignore"));
        assertTrue(ignore.contains("*"), "nothing goes to the builder that is not named");
        for (Instruction copy : file.all("COPY")) {
            if (!copy.argument().startsWith("--from=")) {
                String source = copy.argument().split(" ")[0];
                assertTrue(Files.exists(Path.of(source)), source);
                assertTrue(ignore.contains("!" + source), source);
            }
        }
    }

    @Test
    void wholePackagedServiceIsCopied() throws IOException {
        List<String> copied = file.image().stream()
                .filter(instruction -> instruction.word().equals("COPY"))
                .map(instruction -> instruction.argument().split(" ")[1])
                .toList();
        assertEquals(
                List.of("lib", "quarkus", "app", "quarkus-run.jar"),
                copied.stream()
                        .map(path -> Path.of(path).getFileName().toString())
                        .toList());
    }
}
