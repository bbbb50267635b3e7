package org.mailroom.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** The link to the other language works on every page. */
public final class LanguageWish implements HandlerInterceptor {
    private final Language language;

    public LanguageWish(Language language) {
        this.language = language;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        language.wish(request, response);
        return true;
    }
}
