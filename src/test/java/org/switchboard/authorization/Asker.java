package org.switchboard.authorization;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.testing.People;

/**
 * The nine who ask, in the order of the columns of the table. What is "own" belongs to {@link #OWN_FOCAL_POINT} or
 * {@link #OWN_PROVIDER}; what is "another's" or "confidential" belongs to a State and a provider for whom none of them speaks.
 */
enum Asker {
    PUBLIC("public"),
    OWN_FOCAL_POINT("own focal point", Assignment.focalPoint(States.OWN)),
    OTHER_FOCAL_POINT("other focal point", Assignment.focalPoint(States.OTHER)),
    OWN_PROVIDER("own provider", Assignment.provider(Codes.OWN)),
    OTHER_PROVIDER("other provider", Assignment.provider(Codes.OTHER)),
    EXPERT("expert", Assignment.expert()),
    COMMITTEE("committee", Assignment.committee("NOR")),
    ADMINISTRATOR("administrator", Assignment.administrator()),
    /** Was an expert until its account was deactivated. */
    REVOKED("revoked", Assignment.expert());

    /** Whose requests and needs there are. */
    static final class States {
        static final String OWN = "KEN";
        static final String OTHER = "PER";
        static final String THIRD = "SEN";

        private States() {}
    }

    /** Whose offers there are. */
    static final class Codes {
        static final String OWN = "AUTH-OWN";
        static final String OTHER = "AUTH-OTHER";
        static final String THIRD = "AUTH-THIRD";

        private Codes() {}
    }

    private final String column;
    private final Assignment[] assignments;

    Asker(String column, Assignment... assignments) {
        this.column = column;
        this.assignments = assignments;
    }

    String column() {
        return column;
    }

    static Asker ofColumn(String column) {
        return Arrays.stream(values())
                .filter(asker -> asker.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no caller is called '" + column + "'"));
    }

    /** The same caller as the faces take it. */
    Reader reader() {
        return this == PUBLIC
                ? Reader.everyone()
                : Reader.of(new Person(UUID.randomUUID(), "someone@people.example", Set.of(assignments)));
    }

    /** What it shows, the same for as long as the database is. */
    Optional<String> token() {
        return switch (this) {
            case PUBLIC -> Optional.empty();
            case REVOKED -> Optional.of(Revoked.token());
            default -> Optional.of(People.token(assignments));
        };
    }

    /** The account behind its token. */
    UUID account() {
        return UUID.fromString(People.value(
                "select account from api_token where sha256 = sha256(?::text::bytea)", token().orElseThrow()));
    }

    private static final class Revoked {

        private Revoked() {}

        private static String token() {
            var account = People.account(Assignment.expert());
            String token = new People.NewToken().of(account, Assignment.expert());
            People.run("update account set status = 'DEACTIVATED' where id = ?", account);
            return token;
        }
    }
}
