package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody logged in at the desk's pages without a browser: cookies, the form's token, and no script. */
final class Person {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String desk;

    /** Logs in as one of the demonstration's accounts. */
    Person(String account, int port) throws IOException, InterruptedException {
        this.desk = "http://127.0.0.1:" + port;
        int status = posts("/login", "/login", "username=" + account + "&password=demo");
        if (status != 302) {
            throw new AssertionError("the login said " + status);
        }
    }

    /**
     * Posts with the token that stands in a page.
     *
     * @return the status, of a redirection too
     */
    int posts(String page, String path, String fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(reads(page));
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        return postsPlainly(path, fields + "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8));
    }

    int postsPlainly(String path, String fields) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(desk + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(fields))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    String reads(String page) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(desk + page)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
