package org.mailroom.desk;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Turns a name and a password into a {@link Person}. What was wrong is not said. */
public final class Login implements AuthenticationProvider {
    private final Accounts accounts;

    public Login(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Person person = accounts.login(asked.getName(), String.valueOf(asked.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("refused"));
        List<SimpleGrantedAuthority> roles = List.of(Role.values()).stream()
                .filter(person.role()::atLeast)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, roles);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
