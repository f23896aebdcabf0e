package org.switchboard.matching.engine.candidate;

import org.switchboard.matching.engine.Ids;

/** Whom a State lets its need be matched with. */
public sealed interface Release {

    boolean includes(int provider);

    /** Any provider; what is found is put to the State first. */
    record ToAnyProvider() implements Release {
        @Override
        public boolean includes(int provider) {
            return true;
        }
    }

    /** Only providers the State has released the need to. */
    record ToProviders(Ids providers) implements Release {
        @Override
        public boolean includes(int provider) {
            return providers.contains(provider);
        }
    }
}
