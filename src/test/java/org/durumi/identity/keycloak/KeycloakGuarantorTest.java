package org.durumi.identity.keycloak;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Clock;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.Strength;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

class KeycloakGuarantorTest {
    @Test
    void a_realm_that_does_not_answer_is_away() throws JOSEException {
        IdentityProvider away = new IdentityProvider(
                "http://localhost:1/realms/durumi",
                "durumi",
                URI.create("http://localhost/sign-in/callback"),
                new ECKeyGenerator(Curve.P_256).generate(),
                Strength.PWD,
                Clock.systemUTC());
        KeycloakGuarantor guarantor = new KeycloakGuarantor();
        guarantor.settings = Settings.of(away, new IdTokens(away.issuer(), "durumi", away.keys(), Clock.systemUTC()));

        assertThrows(ProviderAway.class, () -> guarantor.ask(new UserId("haneul"), "refresh-token"));
        assertThrows(ProviderAway.class, () -> guarantor.end("refresh-token"));
    }
}
