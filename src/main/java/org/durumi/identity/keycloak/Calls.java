package org.durumi.identity.keycloak;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import org.durumi.identity.session.ProviderAway;

/** Requests to the identity provider: each has a time-out, none follows where it is led. */
final class Calls {
    static final int CONNECT_MILLIS = 2_000;
    static final int READ_MILLIS = 5_000;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private Calls() {}

    /** @throws ProviderAway if there is no answer */
    static HTTPResponse send(HTTPRequest request) {
        return send(request, READ_MILLIS);
    }

    /**
     * @param readMillis how long an answer may take
     * @throws ProviderAway if there is no answer
     */
    static HTTPResponse send(HTTPRequest request, int readMillis) {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(readMillis);
        request.setFollowRedirects(false);
        HTTPResponse answer;
        try {
            answer = request.send();
        } catch (IOException e) {
            throw new ProviderAway(e);
        }
        if (answer.getStatusCode() >= SERVER_ERROR || answer.getStatusCode() == TOO_MANY) {
            throw new ProviderAway(answer.getStatusCode());
        }
        return answer;
    }
}
