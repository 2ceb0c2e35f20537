package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The file that came with the form of this request. */
@ApplicationScoped
public class CurrentUpload {
    @Inject
    HttpServletRequest request;

    /** Empty if none came. */
    public Upload upload() {
        return ReadRequest.of(request).map(ReadRequest::upload).orElse(Upload.NONE);
    }
}
