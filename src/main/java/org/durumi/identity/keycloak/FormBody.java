package org.durumi.identity.keycloak;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.session.Incoming;

/** The bodies of the two forms that the sign-in itself reads. */
final class FormBody {
    private static final String FORM = "application/x-www-form-urlencoded";

    private FormBody() {}

    static boolean isForm(Incoming request) {
        String type = request.request().getContentType();
        return type != null && type.startsWith(FORM);
    }

    /** The value of a field that stands there exactly once. */
    static Optional<String> only(byte[] body, String field) {
        List<String> values = URLUtils.parseParameters(new String(body, StandardCharsets.US_ASCII))
                .getOrDefault(field, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
