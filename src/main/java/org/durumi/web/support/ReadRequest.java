package org.durumi.web.support;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static jakarta.servlet.http.HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.durumi.identity.session.Bodies;
import org.jspecify.annotations.Nullable;

/** A request whose form has been read and checked, and can be read again. */
final class ReadRequest extends HttpServletRequestWrapper {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ATTRIBUTE = ReadRequest.class.getName();

    private final byte[] body;
    private final boolean tooMany;
    private final Upload upload;
    private final Map<String, List<String>> parameters;

    ReadRequest(HttpServletRequest request, byte[] body, Parameters parameters) {
        this(request, body, parameters, Upload.NONE);
    }

    /** @param body an ordinary form, also if it came with a file */
    ReadRequest(HttpServletRequest request, byte[] body, Parameters parameters, Upload upload) {
        super(request);
        this.body = body;
        this.upload = upload;
        this.parameters = parameters.values();
        this.tooMany = parameters.areTooMany();
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The form that was read of a request; empty if it sent none, or none that was read. */
    static Optional<ReadRequest> of(HttpServletRequest request) {
        return Optional.ofNullable((ReadRequest) request.getAttribute(ATTRIBUTE));
    }

    /** Why nothing of it may be carried out, as the status of an answer; empty if it may. */
    OptionalInt excess() {
        if (body.length > Bodies.LARGEST_FORM) {
            return OptionalInt.of(SC_REQUEST_ENTITY_TOO_LARGE);
        }
        return tooMany ? OptionalInt.of(SC_BAD_REQUEST) : OptionalInt.empty();
    }

    /** The first value of a name, or empty. */
    String first(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    Upload upload() {
        return upload;
    }

    /** What stands in the body now, whatever came. */
    @Override
    public String getContentType() {
        return FORM;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-type" -> FORM;
            case "content-length" -> Integer.toString(body.length);
            default -> super.getHeader(name);
        };
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Set.of("content-type", "content-length").contains(name.toLowerCase(Locale.ROOT))
                ? Collections.enumeration(List.of(Objects.requireNonNull(getHeader(name))))
                : super.getHeaders(name);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Stream(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new LinkedHashMap<>();
        parameters.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the form has been read");
        }
    }
}
