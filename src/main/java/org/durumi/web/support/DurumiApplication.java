package org.durumi.web.support;

import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * The pages. The framework's own protection against forged requests keeps its secret in the container's session, which we
 * do not have; {@link PostGuard} takes its place. A form cannot stand for another method, and no description of the
 * addresses is published.
 */
@ApplicationPath("/")
public class DurumiApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                Csrf.CSRF_PROTECTION,
                Csrf.CsrfOptions.OFF,
                FormMethodOverwriter.FORM_METHOD_OVERWRITE,
                FormMethodOverwriter.Options.DISABLED,
                "jersey.config.server.wadl.disableWadl",
                true);
    }
}
