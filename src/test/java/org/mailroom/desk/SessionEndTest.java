package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.custody.EventLog;
import org.mailroom.testing.HandClock;
import org.mailroom.testing.MailroomExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Half an hour of doing nothing, on a machine clock that is moved by hand; the accounts are those of a running desk. */
class SessionEndTest {
    @RegisterExtension
    static final MailroomExtension MAILROOM = MailroomExtension.maple("2026-02-10T09:00");

    private final Map<String, Object> session = new HashMap<>();
    private final HandClock clock = new HandClock(Instant.parse("2026-02-10T14:00:00Z"));
    private Accounts accounts;
    private boolean ended;

    @BeforeEach
    void somebodyIsLoggedIn() {
        accounts = new Accounts(
                JdbcClient.create(MAILROOM.desk().bean(DataSource.class)),
                MAILROOM.desk().bean(TransactionTemplate.class),
                MAILROOM.desk().bean(EventLog.class),
                new BCryptPasswordEncoder(4),
                clock);
        accounts.first("idler", "a good long password", Role.CLERK);
        Person person = accounts.login("idler", "a good long password").orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }

    @AfterEach
    void nobodyIsLeft() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_session_ends_after_half_an_hour_of_doing_nothing_though_its_page_refreshes_itself() throws Exception {
        asks(false);
        for (int minute = 0; minute < 30; minute++) {
            clock.forward(Duration.ofMinutes(1));
            asks(true);
        }
        assertThat(ended).isFalse();
        clock.forward(Duration.ofSeconds(1));
        asks(true);
        assertThat(ended).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void who_works_stays() throws Exception {
        for (int i = 0; i < 4; i++) {
            clock.forward(Duration.ofMinutes(29));
            asks(false);
        }
        assertThat(ended).isFalse();
    }

    @Test
    void a_lock_out_ends_after_a_quarter_of_an_hour() {
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            assertThat(accounts.login("idler", "wrong")).isEmpty();
        }
        clock.forward(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(accounts.login("idler", "a good long password")).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(accounts.login("IDLER", "a good long password")).isPresent();
    }

    /** @param live as the page does by itself */
    private void asks(boolean live) throws Exception {
        HttpSession kept = stub(HttpSession.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> session.get((String) arguments[0]);
            case "setAttribute" -> session.put((String) arguments[0], arguments[1]);
            case "invalidate" -> ended = true;
            default -> throw new UnsupportedOperationException(method.getName());
        });
        HttpServletRequest request =
                stub(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSession" -> kept;
                    case "getParameter" -> live ? "1" : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        HttpServletResponse response = stub(HttpServletResponse.class, (proxy, method, arguments) -> null);
        new SessionEnd(accounts, clock).doFilterInternal(request, response, (passed, on) -> {});
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
