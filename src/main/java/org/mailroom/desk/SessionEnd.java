package org.mailroom.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose person was idle too long, or whose account was changed or locked meanwhile. A page that refreshes
 * itself ({@code ?live}) is nobody at work.
 */
public final class SessionEnd extends OncePerRequestFilter {
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final String LAST_SEEN = SessionEnd.class.getName();

    private final Accounts accounts;
    private final Clock machine;

    public SessionEnd(Accounts accounts, Clock machine) {
        this.accounts = accounts;
        this.machine = machine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null && who.getPrincipal() instanceof Person person) {
            Instant now = machine.instant();
            if (idle(session.getAttribute(LAST_SEEN), now) || changed(person)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (request.getParameter("live") == null) {
                session.setAttribute(LAST_SEEN, now);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean idle(@Nullable Object lastSeen, Instant now) {
        return lastSeen instanceof Instant seen && seen.plus(IDLE).isBefore(now);
    }

    private boolean changed(Person person) {
        return accounts.find(person.id())
                .filter(account -> account.stamp() == person.stamp() && !account.disabled())
                .isEmpty();
    }
}
