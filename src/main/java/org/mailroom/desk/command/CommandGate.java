package org.mailroom.desk.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows the token and speaks from this machine; a login is neither needed nor enough. */
public final class CommandGate extends OncePerRequestFilter {
    static final String SCHEME = "Bearer ";

    private final DeskToken token;

    public CommandGate(DeskToken token) {
        this.token = token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader("Authorization");
        boolean known = shown != null && shown.startsWith(SCHEME) && token.is(shown.substring(SCHEME.length()));
        if (known && here(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What a proxy on this machine passes on comes from elsewhere. */
    private static boolean here(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }
}
