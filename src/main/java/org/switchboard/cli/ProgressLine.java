package org.switchboard.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.switchboard.matching.engine.Closeness;
import org.switchboard.matching.engine.search.Progress;
import org.switchboard.matching.engine.search.ProgressListener;

/** One line on a terminal that is written over and over while a search goes on. */
final class ProgressLine implements ProgressListener {

    private final PrintStream terminal;
    private int width;

    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void progressed(Progress progress) {
        Closeness closeness = new Closeness(progress.level1(), progress.bound());
        show(String.format(
                Locale.ROOT,
                "best %,d  bound %,d  gap %s %%  %.0f s",
                progress.level1(),
                progress.bound(),
                closeness.gapPercent(),
                progress.elapsedMillis() / 1000.0));
    }

    /** Leaves the line empty for what comes after. */
    void clear() {
        if (width > 0) {
            show("");
            terminal.print('\r');
            terminal.flush();
        }
    }

    private void show(String text) {
        String erased = " ".repeat(Math.max(0, width - text.length()));
        terminal.print("\r" + text + erased);
        terminal.flush();
        width = text.length();
    }
}
