package org.mailroom.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Which language a page speaks: what {@code ?lang=} asked for, kept in a cookie, else the campaign's. */
public final class Language extends CookieLocaleResolver {
    private static final List<String> SPOKEN = List.of("zh", "en");
    private static final Duration KEPT = Duration.ofDays(365);

    public Language(Locale campaign) {
        super("lang");
        setCookieMaxAge(KEPT);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setDefaultLocaleFunction(request -> campaign);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        Locale asked = Locale.forLanguageTag(value);
        return SPOKEN.contains(asked.getLanguage()) ? asked : null;
    }

    /** Takes a wish from the request; anything but a language we speak is passed over. */
    void wish(HttpServletRequest request, HttpServletResponse response) {
        String wish = request.getParameter("lang");
        if (wish != null && SPOKEN.contains(wish)) {
            setLocale(request, response, Locale.forLanguageTag(wish));
        }
    }
}
