package org.durumi.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Goes the way of a browser from the application's sign-in to a page that only people of the organisation see. */
final class SignInProbe {
    private static final int STEPS = 6;
    private static final int OK = 200;
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final String url;
    // Browsers keep secure cookies of http://localhost; the JDK's cookie store does not.
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param url of the application */
    SignInProbe(String url) {
        this.url = url;
    }

    /** Whether the form of the identity provider appears; it is not filled in. */
    boolean reachesForm() {
        try {
            return isForm(form());
        } catch (IOException | RuntimeException notYet) {
            return false;
        }
    }

    /**
     * Whether somebody of the demo can sign in, open a page that is drawn from the database, and sign out: a server may say
     * that it is ready while every page behind the sign-in fails.
     */
    boolean opensPage(String account, String password, String path) {
        try {
            HttpResponse<String> form = form();
            if (!isForm(form)) {
                return false;
            }
            URI action = URI.create(found(ACTION, form.body()).replace("&amp;", "&"));
            HttpResponse<String> home = follow(
                    post(action, Map.of("username", account, "password", password, "credentialId", ""), Map.of()));
            HttpResponse<String> page = follow(get(URI.create(url + path)));
            boolean opened = home.statusCode() == OK
                    && page.statusCode() == OK
                    && page.uri().equals(URI.create(url + path));
            if (opened) {
                post(
                        URI.create(url + "/sign-out"),
                        Map.of("token", found(TOKEN, page.body())),
                        Map.of("Origin", url, "Sec-Fetch-Site", "same-origin"));
            }
            return opened;
        } catch (IOException | RuntimeException notYet) {
            return false;
        }
    }

    private HttpResponse<String> form() throws IOException {
        return follow(get(URI.create(url + "/sign-in")));
    }

    private static boolean isForm(HttpResponse<String> answer) {
        return answer.statusCode() == OK
                && !answer.uri().getPath().equals("/sign-in")
                && answer.body().contains("password");
    }

    private HttpResponse<String> get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET(), Map.of("Sec-Fetch-Site", "none"));
    }

    private HttpResponse<String> post(URI address, Map<String, String> fields, Map<String, String> headers)
            throws IOException {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Web.form(fields))),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) throws IOException {
        request.header("Accept", "text/html")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = Web.send(request);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException {
        HttpResponse<String> last = first;
        for (int step = 0; step < STEPS && last.statusCode() / 100 == 3; step++) {
            last = get(last.uri().resolve(last.headers().firstValue("Location").orElseThrow()));
        }
        return last;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else if (pair.length == 2) {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the page holds no " + pattern);
        }
        return matcher.group(1);
    }
}
