package org.switchboard.testing;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/** Lets a test reach the stored rows as the service does when it works for nobody in particular. */
@Walled
@ApplicationScoped
public class AsService {

    /** In the transaction at hand, or in one of its own. */
    public static <T> T call(Supplier<T> work) {
        return Arc.container().instance(AsService.class).get().call(Reader.system(), work);
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    @Transactional
    <T> T call(Reader reader, Supplier<T> work) {
        return work.get();
    }
}
