package org.durumi.web.vault;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.LocalUnlock;
import org.jspecify.annotations.Nullable;

/** What {@code bin/unlock} sends to the node of its own machine. */
@Path(LocalUnlock.PATH)
@RequestScoped
public class LocalUnlockController {
    private static final int UNPROCESSABLE = 422;

    @Inject
    LocalUnlock local;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unlock(
            @FormParam("secret") @Nullable String part,
            @FormParam("at") @Nullable String at,
            @FormParam("mac") @Nullable String mac) {
        if (part == null || at == null || mac == null) {
            throw new NotFound();
        }
        try {
            local.unlock(part, Long.parseLong(at), HexFormat.of().parseHex(mac));
            return Response.noContent().build();
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound();
        } catch (RuleViolation refused) {
            return Response.status(UNPROCESSABLE)
                    .entity(refused.messageKey() + "\n")
                    .type(MediaType.TEXT_PLAIN)
                    .build();
        }
    }
}
