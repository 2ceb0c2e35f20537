package org.durumi.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** The page of this request, drawn but not sent yet. */
@RequestScoped
class DrawnPage {
    private byte[] bytes = {};

    /** Keeps a page until the framework asks for it by the name of its template. */
    void keep(byte[] drawn) {
        bytes = drawn;
    }

    /** Empty if nothing is drawn. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Sends it. The framework's own way of drawing would look through every library of the server for each page, and hand on
     * each of its bytes through eight streams by itself.
     */
    @Provider
    public static class Sender implements WriterInterceptor {
        @Inject
        DrawnPage page;

        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            byte[] drawn = page.bytes();
            // An error may have taken the place of what was drawn.
            if (drawn.length == 0 || context.getEntity() instanceof byte[]) {
                context.proceed();
            } else {
                context.getOutputStream().write(drawn);
            }
        }
    }
}
