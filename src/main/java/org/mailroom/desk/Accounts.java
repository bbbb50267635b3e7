package org.mailroom.desk;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mailroom.custody.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may use the desk. Every change is an event with the account that made it; events hold numbers of accounts. */
public final class Accounts {
    public static final int MOST_FAILURES = 5;
    public static final Duration LOCK_OUT = Duration.ofMinutes(15);
    public static final int SHORTEST_PASSWORD = 10;

    /** bcrypt looks at 72 octets; what is longer is refused, not cut. */
    private static final int LONGEST_PASSWORD = 72;

    private static final int LONGEST_SHOWN = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,49}");
    // without letters and digits that look alike
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GENERATED = 16;
    private static final String COLUMNS =
            "select id, name, shown, role, failures, locked_until, disabled, stamp, created_at from account";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventLog events;
    private final PasswordEncoder passwords;
    private final Clock machine;
    private final SecureRandom random = new SecureRandom();
    private final String nobody;

    public Accounts(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            EventLog events,
            PasswordEncoder passwords,
            Clock machine) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.passwords = passwords;
        this.machine = machine;
        this.nobody = Objects.requireNonNull(passwords.encode("nobody has this name"));
    }

    /** What became of a change. */
    public enum Outcome {
        DONE,
        NAME_TAKEN,
        NAME_WRONG,
        PASSWORD_WRONG,
        PASSWORD_SHORT,
        /** The only account that could undo it. */
        LAST_ADMIN,
        GONE
    }

    public boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    public List<Account> all() {
        return jdbc.sql(COLUMNS + " order by name").query(Account.class).list();
    }

    public Optional<Account> find(long id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /** A password nobody has chosen. */
    public String generated() {
        StringBuilder password = new StringBuilder();
        random.ints(GENERATED, 0, LETTERS.length()).forEach(i -> password.append(LETTERS.charAt(i)));
        return password.toString();
    }

    /** Adds an account of the program itself, whose password is shown to whoever starts it. */
    public void first(String name, String password, Role role) {
        transaction.executeWithoutResult(status -> insert(name, "", password, role, "rule"));
    }

    /** @param shown as letters name the person; may be "" */
    public Outcome add(String name, String shown, String password, Role role, String actor) {
        String plain = lower(name);
        if (!NAME.matcher(plain).matches()) {
            return Outcome.NAME_WRONG;
        }
        if (!good(password)) {
            return Outcome.PASSWORD_SHORT;
        }
        return done(() -> insert(plain, shown, password, role, actor) ? Outcome.DONE : Outcome.NAME_TAKEN);
    }

    private boolean insert(String name, String shown, String password, Role role, String actor) {
        boolean added = jdbc.sql("""
                        insert into account (name, shown, hash, role, created_at) values (:name, :shown, :hash, :role, :now)
                        on conflict do nothing""")
                        .param("name", name)
                        .param(
                                "shown",
                                shown.strip()
                                        .substring(0, Math.min(shown.strip().length(), LONGEST_SHOWN)))
                        .param("hash", passwords.encode(password))
                        .param("role", role.name())
                        .param("now", machine.instant().atOffset(UTC))
                        .update()
                == 1;
        if (added) {
            note("ACCOUNT_ADDED", id(name), actor, Map.of("role", role.name()));
        }
        return added;
    }

    public Outcome changeRole(long id, Role role, String actor) {
        return done(() -> {
            if (role != Role.ADMIN && lastAdmin(id)) {
                return Outcome.LAST_ADMIN;
            }
            return changed(
                    jdbc.sql("update account set role = :value, stamp = stamp + 1 where id = :id")
                            .param("value", role.name()),
                    "ACCOUNT_ROLE_CHANGED",
                    id,
                    actor,
                    Map.of("role", role.name()));
        });
    }

    /** Sets another password and ends a lock-out. */
    public Outcome resetPassword(long id, String password, String actor) {
        if (!good(password)) {
            return Outcome.PASSWORD_SHORT;
        }
        return done(() -> changed(
                jdbc.sql("""
                        update account set hash = :value, failures = 0, locked_until = null, stamp = stamp + 1
                         where id = :id""").param("value", passwords.encode(password)),
                "ACCOUNT_PASSWORD_RESET",
                id,
                actor,
                Map.of()));
    }

    /** One's own: asks for the old one. */
    public Outcome changePassword(Person person, String old, String password) {
        if (!passwords.matches(old, hash(person.id()).orElse(nobody))) {
            return Outcome.PASSWORD_WRONG;
        }
        return resetPassword(person.id(), password, person.name());
    }

    public Outcome lock(long id, boolean lock, String actor) {
        return done(() -> {
            if (lock && lastAdmin(id)) {
                return Outcome.LAST_ADMIN;
            }
            return changed(
                    jdbc.sql("""
                            update account set disabled = :value, failures = 0, locked_until = null, stamp = stamp + 1
                             where id = :id""").param("value", lock),
                    lock ? "ACCOUNT_LOCKED" : "ACCOUNT_UNLOCKED",
                    id,
                    actor,
                    Map.of());
        });
    }

    private Outcome changed(
            JdbcClient.StatementSpec update, String event, long id, String actor, Map<String, ?> details) {
        if (update.param("id", id).update() == 0) {
            return Outcome.GONE;
        }
        note(event, id, actor, details);
        return Outcome.DONE;
    }

    /**
     * Asks for name and password. After {@link #MOST_FAILURES} wrong ones in a row even the right one is refused for
     * {@link #LOCK_OUT}. A name that is not there takes as long as one that is.
     */
    Optional<Person> login(String name, String password) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Account> account = jdbc.sql(COLUMNS + " where name = :name for update")
                    .param("name", lower(name))
                    .query(Account.class)
                    .optional();
            String hash = account.flatMap(one -> hash(one.id())).orElse(nobody);
            boolean right = password.length() <= LONGEST_PASSWORD && passwords.matches(password, hash);
            return account.filter(one -> !one.locked(machine.instant()))
                    .filter(one -> right || failed(one))
                    .map(this::succeeded);
        }));
    }

    /** @return false, always: so that the caller goes no further */
    private boolean failed(Account account) {
        int failures = account.failures() + 1;
        boolean out = failures >= MOST_FAILURES;
        Instant until = machine.instant().plus(LOCK_OUT);
        jdbc.sql("update account set failures = :failures, locked_until = :until where id = :id")
                .param("failures", out ? 0 : failures)
                .param("until", out ? until.atOffset(UTC) : null)
                .param("id", account.id())
                .update();
        if (out) {
            note("ACCOUNT_LOCKED_OUT", account.id(), "rule", Map.of("failures", failures));
        }
        return false;
    }

    private Person succeeded(Account account) {
        jdbc.sql("update account set failures = 0, locked_until = null where id = :id")
                .param("id", account.id())
                .update();
        note("LOGGED_IN", account.id(), account.name(), Map.of());
        return new Person(account.id(), account.name(), account.shown(), account.role(), account.stamp());
    }

    private boolean lastAdmin(long id) {
        List<Long> admins = jdbc.sql("select id from account where role = 'ADMIN' and not disabled for update")
                .query(Long.class)
                .list();
        return admins.equals(List.of(id));
    }

    private Optional<String> hash(long id) {
        return jdbc.sql("select hash from account where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private long id(String name) {
        return jdbc.sql("select id from account where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private Outcome done(Supplier<Outcome> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    private void note(String kind, long account, String actor, Map<String, ?> details) {
        Map<String, Object> facts = new HashMap<>(details);
        facts.put("account", account);
        events.append(kind, actor, null, null, null, facts);
    }

    private static boolean good(String password) {
        return password.length() >= SHORTEST_PASSWORD
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
