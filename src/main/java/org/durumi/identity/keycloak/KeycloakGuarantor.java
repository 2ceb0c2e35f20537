package org.durumi.identity.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.durumi.identity.SignedOut.Reason;
import org.durumi.identity.session.Guarantor;
import org.durumi.identity.session.NoLongerStands;
import org.durumi.identity.session.SignInProblem;
import org.durumi.kernel.UserId;

/** Vouches for our sessions in the name of a Keycloak realm, and believes its tokens only after every check. */
@ApplicationScoped
class KeycloakGuarantor implements Guarantor {
    @Inject
    Settings settings;

    @Override
    public Standing ask(UserId person, String refreshToken) {
        try {
            IdentityProvider.Tokens tokens = settings.provider().refresh(refreshToken);
            VerifiedPerson verified =
                    settings.idTokens().verifyRefreshed(tokens.idToken(), tokens.accessToken(), person);
            return new Standing(GrantedRoles.of(verified.groups()), tokens.refreshToken());
        } catch (GrantRefused | NotGenuine e) {
            throw new NoLongerStands(Reason.ENDED_BY_PROVIDER, e.getMessage());
        } catch (SignInProblem e) {
            throw new NoLongerStands(Reason.ROLES_REMOVED, e.getMessage());
        }
    }

    @Override
    public void end(String refreshToken) {
        settings.provider().endSession(refreshToken);
    }
}
