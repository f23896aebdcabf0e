package org.switchboard.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the word of a command: files, and options with or without a value, in any order. */
final class Arguments {

    private final String usage;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    private Arguments(String usage) {
        this.usage = usage;
    }

    /**
     * @param flags options without a value
     * @param valued options with one
     * @param usage is told where the words are not understood
     */
    static Arguments of(List<String> words, Set<String> flags, Set<String> valued, String usage) throws BadInput {
        Arguments arguments = new Arguments(usage);
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (flags.contains(word)) {
                arguments.take(word, "");
            } else if (valued.contains(word)) {
                if (!rest.hasNext()) {
                    throw arguments.misused(word + " wants a value.");
                }
                arguments.take(word, rest.next());
            } else if (word.startsWith("--")) {
                throw arguments.misused("'" + word + "' is not known.");
            } else {
                arguments.files.add(arguments.path(word));
            }
        }
        return arguments;
    }

    private void take(String option, String value) throws BadInput {
        if (options.put(option, value) != null) {
            throw misused(option + " is given twice.");
        }
    }

    private Path path(String word) throws BadInput {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw misused("'" + word + "' is no name of a file.");
        }
    }

    BadInput misused(String message) {
        return new BadInput(message + "\n" + usage);
    }

    List<Path> files() {
        return files;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(options.get(option));
    }

    Optional<Path> file(String option) throws BadInput {
        String word = options.get(option);
        return word == null ? Optional.empty() : Optional.of(path(word));
    }

    long wholeNumber(String option, long least, long most, long otherwise) throws BadInput {
        String word = options.get(option);
        if (word == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        String range = most >= Long.MAX_VALUE - 1 ? "from " + least + " on" : "from " + least + " to " + most;
        throw misused(option + " wants a whole number " + range + ", not '" + word + "'.");
    }

    /** Whole numbers with commas between them, none below zero or below the one before; none where nothing stands. */
    List<Long> risingNumbers(String option, int most) throws BadInput {
        String word = text(option).orElse("");
        List<Long> numbers = new ArrayList<>();
        try {
            for (String number : word.isEmpty() ? new String[0] : word.split(",", -1)) {
                numbers.add(Long.valueOf(number));
            }
        } catch (NumberFormatException e) {
            throw notRising(option, most, word);
        }
        boolean rising = numbers.stream().sorted().toList().equals(numbers);
        if (numbers.size() > most || !rising || numbers.stream().anyMatch(number -> number < 0)) {
            throw notRising(option, most, word);
        }
        return numbers;
    }

    private BadInput notRising(String option, int most, String word) {
        return misused(option + " wants at most " + most + " rising whole numbers with commas between them, not '"
                + word + "'.");
    }

    double percent(String option, double otherwise) throws BadInput {
        String word = options.get(option);
        if (word == null) {
            return otherwise;
        }
        try {
            double percent = Double.parseDouble(word);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw misused(option + " wants per cent from 0 to 100, not '" + word + "'.");
    }
}
