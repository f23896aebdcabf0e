package org.switchboard.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The instructions of the project's Dockerfile, comments left out and continued lines joined. */
record Dockerfile(List<Instruction> instructions) {

    private static final Path FILE = Path.of("src/main/docker/Dockerfile");
    private static final Pattern VERSIONED = Pattern.compile(".+:[^:/@]*\\d+\\.\\d+[^:/@]*");

    record Instruction(String word, String argument) {

        /** Whether it is a list of words that no shell reads. */
        boolean isExecForm() {
            return argument.startsWith("[\"") && argument.endsWith("\"]");
        }
    }

    static Dockerfile read() throws IOException {
        List<Instruction> instructions = new ArrayList<>();
        String joined = Files.readString(FILE).replaceAll("\\\\\\R", " ");
        for (String line : joined.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", 2);
                instructions.add(new Instruction(parts[0].toUpperCase(Locale.ROOT), parts[1].strip()));
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    /** Whether an image is named with a tag that says which version it is. */
    static boolean hasVersion(String image) {
        return VERSIONED.matcher(image).matches();
    }

    List<Instruction> all(String word) {
        return instructions.stream()
                .filter(instruction -> instruction.word().equals(word))
                .toList();
    }

    String last(String word) {
        List<Instruction> all = all(word);
        return all.get(all.size() - 1).argument();
    }

    /** The instructions of the last stage, which is the image. */
    List<Instruction> image() {
        List<Instruction> from = all("FROM");
        return instructions.subList(instructions.indexOf(from.get(from.size() - 1)), instructions.size());
    }
}
