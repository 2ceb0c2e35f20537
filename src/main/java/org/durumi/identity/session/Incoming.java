package org.durumi.identity.session;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is read of a request before its form: its address, where it comes from, whether somebody looks at the answer. */
public record Incoming(HttpServletRequest request) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int IPV6_NETWORK = 8;
    private static final Set<String> ONCE = Set.of(
            "Host",
            "Content-Length",
            "Transfer-Encoding",
            "Content-Type",
            "Origin",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode");

    /**
     * Whether a proxy before us may have read another request than we do: what decides its end, its host or where it comes
     * from is said twice, its length is not said at all, or it has a body that nobody reads.
     */
    public boolean isAmbiguous() {
        return ONCE.stream().anyMatch(name -> all(name).size() > 1)
                || request.getHeader("Transfer-Encoding") != null
                || (changesNothing() && request.getContentLengthLong() > 0);
    }

    private List<String> all(String header) {
        return Collections.list(request.getHeaders(header));
    }

    /** The path within the application, as the container decoded and normalised it. */
    public String path() {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** The path as the browser sent it; where an error is told, that of the request that failed. */
    public String sentPath() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** The path and the query as the browser sent them. */
    public String address() {
        String query = request.getQueryString();
        return query == null ? sentPath() : sentPath() + "?" + query;
    }

    public boolean hasQuery() {
        return request.getQueryString() != null;
    }

    public boolean isGet() {
        return request.getMethod().equals("GET");
    }

    public boolean isGet(String path) {
        return isGet() && path().equals(path);
    }

    public boolean isPost(String path) {
        return request.getMethod().equals("POST") && path().equals(path);
    }

    public boolean changesNothing() {
        return isGet() || request.getMethod().equals("HEAD");
    }

    /** A person sends a form, rather than a script doing so. */
    public boolean isForm() {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getMethod().equals("POST") && (mode == null || mode.equals("navigate"));
    }

    /** A person opens a page, rather than a script or an image asking for something. */
    public boolean isNavigation() {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return isGet() && mode.equals("navigate");
        }
        String accept = request.getHeader("Accept");
        return isGet() && accept != null && accept.contains("text/html");
    }

    /** The browser says that another site sent it here. */
    public boolean comesFromElsewhere() {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /**
     * The browser says that a page of ours sent this form; one that says nothing at all is not believed.
     *
     * @param baseUrl the address under which browsers reach us
     */
    public boolean comesFromOurPages(String baseUrl) {
        return Origin.isOurs(
                Origin.of(URI.create(baseUrl)), request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"));
    }

    /**
     * The address that this request comes from, as far as it can be told: a proxy of ours on this machine says whom it
     * speaks for. Of IPv6 the part that one customer has.
     */
    public String sender() {
        String direct = request.getRemoteAddr();
        String named = String.join(",", all("X-Forwarded-For"));
        if (named.isEmpty() || !address(direct).isLoopbackAddress()) {
            return network(direct);
        }
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? network(last) : network(direct);
    }

    private static String network(String literal) {
        byte[] bytes = address(literal).getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_NETWORK));
    }

    /** @param literal an address in digits: no name is looked up */
    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException malformed) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** The value of a parameter that stands there exactly once. */
    public Optional<String> only(String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values != null && values.length == 1 && !values[0].isEmpty() ? Optional.of(values[0]) : Optional.empty();
    }

    public Optional<String> cookie(String name) {
        return Cookies.value(request, name);
    }
}
