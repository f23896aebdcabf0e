package org.switchboard.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is asking. Every method of a feature's face takes one, and every query is narrowed to what it may see.
 *
 * @param name as written into the record of changes
 * @param audiences the audiences to which this reader belongs
 * @param owners whose items this reader sees whatever their audience
 * @param sampling whether what this reader creates is sample data, and marked as such in every view
 */
public record Reader(String name, Set<Audience> audiences, Set<Owner> owners, boolean sampling) {

    public Reader {
        audiences = Set.copyOf(audiences);
        owners = Set.copyOf(owners);
    }

    /** The service itself, and everyone who reaches it until people sign in: sees everything. */
    public static Reader system() {
        return everything("system", false);
    }

    /** A bulk import: sees everything, and signs its changes as such. */
    public static Reader importing() {
        return everything("import", false);
    }

    /** The generator of the sample: sees everything, and all that it creates is marked as sample. */
    public static Reader ofSample() {
        return everything("sample", true);
    }

    private static Reader everything(String name, boolean sampling) {
        return new Reader(name, EnumSet.allOf(Audience.class), Set.of(), sampling);
    }

    public boolean maySee(Audience audience, Owner owner) {
        return audiences.contains(audience) || owners.contains(owner);
    }
}
