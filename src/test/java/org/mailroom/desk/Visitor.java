package org.mailroom.desk;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Locale;
import java.util.Map;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.RunningDesk;

/** Somebody who uses the desk with a browser. */
final class Visitor implements AutoCloseable {
    static final String PASSWORD = "a good long password";

    private final BrowserContext context;
    private final Page page;

    private Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    /** Gives the desk one account of each role, named as the role; the administrator it has made by itself. */
    static void accounts(RunningDesk desk) {
        Accounts accounts = desk.bean(Accounts.class);
        for (Role role : Role.values()) {
            accounts.first(role.name().toLowerCase(Locale.ROOT), PASSWORD, role);
        }
        accounts.all().stream()
                .filter(account -> account.name().equals("admin"))
                .forEach(admin -> accounts.resetPassword(admin.id(), PASSWORD, "test"));
    }

    static Visitor stranger(Chromium chromium, RunningDesk desk, boolean script) {
        return new Visitor(chromium.someone("http://127.0.0.1:" + desk.port(), script));
    }

    static Visitor as(String account, Chromium chromium, RunningDesk desk) {
        return as(account, chromium, desk, true);
    }

    static Visitor as(String account, Chromium chromium, RunningDesk desk, boolean script) {
        Visitor visitor = stranger(chromium, desk, script);
        visitor.logIn(account, PASSWORD);
        return visitor;
    }

    Visitor logIn(String account, String password) {
        page.navigate("/login");
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(password);
        page.locator("main form button").click();
        return this;
    }

    /** As it is when all of it has come. */
    Page page() {
        page.waitForLoadState();
        return page;
    }

    Page at(String path) {
        page.navigate(path);
        return page;
    }

    String text() {
        return page().locator("main").innerText();
    }

    /** What the page says became of a decision. */
    String said() {
        return page().locator("p[role=status]").innerText();
    }

    /** Fills and sends the form that posts there. */
    Visitor submits(String action, Map<String, String> fields) {
        var form = page.locator("form[action='" + action + "']").first();
        fields.forEach((name, value) -> {
            var field = form.locator("[name='" + name + "']");
            if (field.evaluate("f => f.tagName").equals("SELECT")) {
                field.selectOption(value);
            } else if ("checkbox".equals(field.getAttribute("type"))) {
                field.check();
            } else {
                field.fill(value);
            }
        });
        form.locator("button").last().click();
        return this;
    }

    boolean offers(String action) {
        return page().locator("form[action^='" + action + "']").count() > 0;
    }

    /** Posts by hand, with the session's own token, as somebody who knows the address could. */
    int posts(String path, Map<String, String> fields) {
        page.navigate("/password");
        FormData form = FormData.create();
        form.set("_csrf", page.locator("input[name=_csrf]").first().inputValue());
        fields.forEach(form::set);
        APIResponse response = context.request()
                .post(path, RequestOptions.create().setForm(form).setMaxRedirects(0));
        return response.status();
    }

    /** Asks for a page without showing it. */
    APIResponse gets(String path) {
        return context.request().get(path, RequestOptions.create().setMaxRedirects(0));
    }

    APIResponse postsWithoutToken(String path) {
        return context.request()
                .post(path, RequestOptions.create().setForm(FormData.create()).setMaxRedirects(0));
    }

    @Override
    public void close() {
        context.close();
    }
}
