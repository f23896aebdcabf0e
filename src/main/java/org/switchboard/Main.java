package org.switchboard;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.switchboard.cli.Command;
import org.switchboard.database.DatabaseUnusable;
import org.switchboard.database.ServiceDatabase;
import org.switchboard.edge.ProductionSettings;

/** Where the one runnable jar begins. */
@QuarkusMain
public final class Main {

    private static final int FAILURE = 1;

    private Main() {}

    public static void main(String[] arguments) {
        Command.named(arguments)
                .ifPresentOrElse(command -> System.exit(command.run(System.out, System.err)), () -> serve(arguments));
    }

    private static void serve(String[] arguments) {
        Optional<String> refusal = ProductionSettings.refusal();
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(FAILURE);
        }
        try (ServiceDatabase database = ServiceDatabase.choose()) {
            Quarkus.run(arguments);
        } catch (DatabaseUnusable problem) {
            System.err.println(problem.getMessage());
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(FAILURE, problem);
        }
    }
}
