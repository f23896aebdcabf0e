package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchboard.access.Assignment;
import org.switchboard.access.Reader;
import org.switchboard.access.Role;
import org.switchboard.access.Walled;

/**
 * The face of the sample's accounts: one for each role, so that a newcomer can see the service with the eyes of each.
 * Nobody can sign in to them with a password; each has a token. They are marked as sample, and do not stand in the way
 * of the first real administrator.
 */
@Walled
@ApplicationScoped
public class SampleAccounts {

    private static final int GOOD_DAYS = 90;
    private static final String DOMAIN = "@sample.example";

    private final AccountRepository stored;
    private final Accounts accounts;
    private final TokenRepository tokenRows;
    private final Tokens tokens;
    private final EntityManager database;
    private final AccountChanges changes;
    private final Clock clock;

    SampleAccounts(
            AccountRepository stored,
            Accounts accounts,
            TokenRepository tokenRows,
            Tokens tokens,
            EntityManager database,
            AccountChanges changes,
            Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.tokenRows = tokenRows;
        this.tokens = tokens;
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Makes the accounts anew; earlier ones go.
     *
     * @param state for which the focal point speaks, ISO 3166-1 alpha-3
     * @param provider for which the provider account speaks, a code that is registered
     * @param memberState for which the committee account speaks
     * @return by role the value of its token, good for 90 days
     * @throws IllegalArgumentException if the reader is not the generator of the sample
     */
    @Transactional
    public Map<Role, String> create(Reader reader, String state, String provider, String memberState) {
        remove(reader);
        Map<Role, String> values = new EnumMap<>(Role.class);
        for (Assignment assignment : List.of(
                Assignment.focalPoint(state),
                Assignment.provider(provider),
                Assignment.expert(),
                Assignment.committee(memberState),
                Assignment.administrator())) {
            values.put(assignment.role(), one(reader, assignment));
        }
        return values;
    }

    private String one(Reader reader, Assignment assignment) {
        String role = assignment.role().roleName();
        AccountEntity account = accounts.newAccount(role + DOMAIN, "Sample " + role, AccountStatus.ACTIVE);
        account.sample = true;
        stored.add(account);
        stored.flush();
        stored.assign(account.id, Set.of(assignment));
        Secret value = Secret.random(TokenMechanism.PREFIX);
        tokenRows.add(
                tokens.made(account.id, "sample", value, LocalDate.now(clock).plusDays(GOOD_DAYS), true),
                Set.of(assignment));
        changes.record(
                Accounts.ITEM,
                account.id,
                reader.name(),
                null,
                account.status,
                "created",
                AccountView.of(account, Set.of(assignment), false));
        return value.value();
    }

    /** Removes them, with their tokens. */
    @Transactional
    public int remove(Reader reader) {
        if (!reader.sampling()) {
            throw new IllegalArgumentException("only the generator of the sample makes and removes its accounts");
        }
        return database.createNativeQuery("delete from account where sample").executeUpdate();
    }
}
