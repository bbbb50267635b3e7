package org.mailroom.wiring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mailroom.custody.EventLog;
import org.mailroom.desk.Accounts;
import org.mailroom.desk.Login;
import org.mailroom.desk.Role;
import org.mailroom.desk.SessionEnd;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets into the desk, and how far; docs/operations.md has the table. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {
    private static final int ROUNDS = 10;
    private static final String LOGIN = "/login";

    /** No script and no style but our own files; pictures of the style sheet are data. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    Accounts accounts(JdbcClient jdbc, TransactionTemplate transaction, EventLog events, Clock machineClock) {
        return new Accounts(jdbc, transaction, events, new BCryptPasswordEncoder(ROUNDS), machineClock);
    }

    @Bean
    Login login(Accounts accounts) {
        return new Login(accounts);
    }

    @Bean
    SecurityFilterChain desk(HttpSecurity http, Login login, Accounts accounts, Clock machineClock) throws Exception {
        return http.authenticationProvider(login)
                .authorizeHttpRequests(DeskSecurity::rules)
                .formLogin(form -> form.loginPage(LOGIN).permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll())
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .requestCache(cache -> cache.requestCache(pages()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(entry()).accessDeniedHandler(DeskSecurity::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .contentTypeOptions(Customizer.withDefaults())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new SessionEnd(accounts, machineClock), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/health", LOGIN, "/desk.css", "/webjars/**")
                .permitAll()
                .requestMatchers("/accounts/**", "/sending/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/mail/**", "/outbox/**", "/work/**")
                .hasRole(Role.CLERK.name())
                .requestMatchers("/password")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.POST)
                .hasRole(Role.CLERK.name())
                .anyRequest()
                .hasRole(Role.VIEWER.name());
    }

    /** After login a person comes to the page he asked for, never to one a page asked for by itself. */
    private static HttpSessionRequestCache pages() {
        RequestMatcher live =
                request -> request.getParameter("live") != null || byScript(request.getHeader("HX-Request"));
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(live),
                new NegatedRequestMatcher(PathPatternRequestMatcher.pathPattern("/favicon.ico"))));
        return cache;
    }

    private static boolean byScript(@Nullable String header) {
        return header != null;
    }

    private static AuthenticationEntryPoint entry() {
        AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint(LOGIN);
        return (request, response, cause) -> {
            if (byScript(request.getHeader("HX-Request"))) {
                response.setHeader("HX-Redirect", LOGIN);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                login.commence(request, response, cause);
            }
        };
    }

    /** A form older than its session is not a person without the right: the page says which of the two it is. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, Exception cause)
            throws IOException {
        request.setAttribute("staleForm", cause instanceof CsrfException);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
