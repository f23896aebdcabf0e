package org.switchboard.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.switchboard.access.Assignment;

/** People whom tests speak as, put into the database past every rule: accounts that are active, and their tokens. */
public final class People {

    public static final String PASSWORD = "harbour lantern ninety quartz";

    /** Of that password, with less work than the service itself would do. */
    private static final String HASH = "pbkdf2-sha512$1000$%s$%s".formatted(base64(new byte[16]), derived());

    private static final SecureRandom RANDOM = new SecureRandom();

    /** By database as well: a service that is started anew may have another. */
    private static final Map<Object, String> TOKENS = new ConcurrentHashMap<>();

    private People() {}

    /**
     * A token for changes of an account with these assignments, the same for the same assignments. Providers that are
     * not there yet are added.
     */
    public static String token(Assignment... assignments) {
        Set<Assignment> wanted = Set.of(assignments);
        return TOKENS.computeIfAbsent(
                Map.entry(database(), wanted), unknown -> new NewToken().of(account(assignments), assignments));
    }

    /** A new active account with these assignments. */
    public static UUID account(Assignment... assignments) {
        UUID account = UUID.randomUUID();
        run(
                "insert into account (id, version, email, name, language, status, sample, created_at)"
                        + " values (?, 0, ?, 'Someone', 'en', 'ACTIVE', false, now())",
                account,
                account + "@people.example");
        for (Assignment assignment : assignments) {
            if (assignment.provider() != null) {
                addProvider(assignment.provider());
            }
            run(
                    "insert into account_role (id, account, role, state, provider) values (?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    account,
                    assignment.role().name(),
                    assignment.state(),
                    assignment.provider());
        }
        return account;
    }

    /** The address of an account made here. */
    public static String email(UUID account) {
        return account + "@people.example";
    }

    /** A new active account with these assignments that can sign in with {@link #PASSWORD}. */
    public static UUID accountWithPassword(Assignment... assignments) {
        UUID account = account(assignments);
        run("update account set password = ? where id = ?", HASH, account);
        return account;
    }

    private static void addProvider(String code) {
        run(
                "insert into provider (id, version, code, name, type, prospective, owner, audience, sample, created_at)"
                        + " values (?, 0, ?, ?, 'ORGANIZATION', false, ?, 'PUBLIC', false, now())"
                        + " on conflict (code) do nothing",
                UUID.randomUUID(),
                code,
                "Fund " + code,
                "provider:" + code);
    }

    /** A token that is made step by step, where a test wants another than the usual one. */
    public static final class NewToken {

        private final UUID id = UUID.randomUUID();
        private boolean changes = true;
        private String expires = "9999-12-31";

        public NewToken readOnly() {
            changes = false;
            return this;
        }

        /** @param day the last on which it is good, in UTC */
        public NewToken expiringOn(String day) {
            expires = day;
            return this;
        }

        public UUID id() {
            return id;
        }

        /** @return its value, for {@code Authorization: Bearer} */
        public String of(UUID account, Assignment... carried) {
            byte[] random = new byte[32];
            RANDOM.nextBytes(random);
            String token = "sb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            run(
                    "insert into api_token (id, account, name, sha256, changes, created_at, expires_on)"
                            + " values (?, ?, 'of a test', ?, ?, now(), ?::date)",
                    id,
                    account,
                    sha256(token),
                    changes,
                    expires);
            for (Assignment assignment : carried) {
                run(
                        "insert into api_token_role (token, account_role, account) select ?, r.id, r.account"
                                + " from account_role r where r.account = ? and r.role = ?"
                                + " and r.state is not distinct from ? and r.provider is not distinct from ?",
                        id,
                        account,
                        assignment.role().name(),
                        assignment.state(),
                        assignment.provider());
            }
            return token;
        }
    }

    /** One statement, kept at once. */
    public static int run(String sql, Object... values) {
        try (Connection connection = Worker.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of what a query finds. */
    public static List<String> strings(String query, Object... values) {
        try (Connection connection = Worker.connection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static AgroalDataSource source() {
        return Arc.container().instance(AgroalDataSource.class).get();
    }

    private static String database() {
        return source().getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
    }

    private static String derived() {
        try {
            PBEKeySpec spec = new PBEKeySpec(PASSWORD.toCharArray(), new byte[16], 1000, 512);
            return base64(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** One value, as text; null where there is no row. */
    public static String value(String sql, Object... values) {
        try (Connection connection = source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            ResultSet rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
