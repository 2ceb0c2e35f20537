package org.durumi.web.support;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.core.Response;

/** A page that is about to be shown. It is drawn whole before a byte is sent. */
public record View(JteModel drawing) {
    private static final int UNPROCESSABLE = 422;

    /** Shows the page: 200. */
    public Response answer() {
        return answer(Response.Status.OK.getStatusCode());
    }

    /** Shows the form again with what is wrong and with what was typed: 422. */
    public Response again() {
        return answer(UNPROCESSABLE);
    }

    private Response answer(int status) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(drawn())
                .build();
    }

    /** The page in UTF-8. */
    byte[] drawn() {
        Utf8ByteOutput page = new Utf8ByteOutput();
        drawing.render(page);
        return page.toByteArray();
    }
}
