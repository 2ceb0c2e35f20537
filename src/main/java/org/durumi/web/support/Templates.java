package org.durumi.web.support;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Draws the pages of src/main/jte, which the build has compiled. A page is drawn whole before a byte is sent. */
@ApplicationScoped
public class Templates {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.durumi.jte");

    /** Draws a template with the facts that its parameters name, in UTF-8. */
    public byte[] draw(String template, Map<String, Object> facts) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render(template, facts, page);
        return page.toByteArray();
    }
}
