package org.switchboard.access.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.access.Assignment;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * The one account that no administrator makes. Whoever can read the log of a new service may make it, once. Accounts of
 * the sample do not count.
 */
@ApplicationScoped
class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    /** Among the last words of the start, where they are seen. */
    private static final int LAST = 3600;

    private final AccountRepository stored;
    private final Accounts accounts;
    private final Links links;
    private final Passwords passwords;
    private final AccountChanges changes;
    private final String publicUrl;

    FirstAdministrator(
            AccountRepository stored,
            Accounts accounts,
            Links links,
            Passwords passwords,
            AccountChanges changes,
            @ConfigProperty(name = "switchboard.public-url") String publicUrl) {
        this.stored = stored;
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.changes = changes;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        offer().ifPresent(link -> LOG.infof(
                "Nobody has an account here yet. Within 24 hours, make the first administrator:%n"
                        + "curl -X POST %s/api/v1/first-administrator -H 'Content-Type: application/json' -d"
                        + " '{\"token\": \"%s\", \"email\": \"you@example.org\", \"name\": \"Your Name\","
                        + " \"password\": \"at least 15 characters\"}'",
                publicUrl, link.token().value()));
    }

    /** A new link, in place of the one of an earlier start; nothing where there is an account. */
    Optional<Links.Link> offer() {
        return QuarkusTransaction.requiringNew()
                .call(() -> stored.isEmpty()
                        ? Optional.of(links.make(LinkKind.FIRST_ADMINISTRATOR, null))
                        : Optional.empty());
    }

    /**
     * Makes the account, active at once.
     *
     * @throws Refusal.Conflict if there is an administrator
     * @throws Refusal.RulesBroken if the link is not good, or the password not good enough
     */
    AccountView create(FirstAdministratorContent asked) {
        QuarkusTransaction.requiringNew().run(() -> require(asked.token()));
        passwords
                .wrongWith(asked.password(), "/password", List.of(asked.email(), asked.name()))
                .ifPresent(FirstAdministrator::refuse);
        String hash = passwords.hash(asked.password());
        return QuarkusTransaction.requiringNew().call(() -> {
            links.use(require(asked.token()));
            AccountEntity account = accounts.newAccount(asked.email(), asked.name(), AccountStatus.ACTIVE);
            account.password = hash;
            stored.add(account);
            stored.flush();
            stored.assign(account.id, Set.of(Assignment.administrator()));
            AccountView view = AccountView.of(account, Set.of(Assignment.administrator()), false);
            changes.record(Accounts.ITEM, account.id, account.email, null, account.status, "first administrator", view);
            return view;
        });
    }

    private LinkEntity require(String token) {
        stored.lockAdministrators();
        if (stored.hasAdministrator()) {
            throw new Refusal.Conflict("There is an administrator already. Ask them for an account.");
        }
        return links.good(LinkKind.FIRST_ADMINISTRATOR, token);
    }

    private static void refuse(Violation violation) {
        throw new Refusal.RulesBroken(List.of(violation));
    }
}
