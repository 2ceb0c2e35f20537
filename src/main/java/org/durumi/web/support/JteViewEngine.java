package org.durumi.web.support;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.util.Map;

/** Draws the pages of src/main/jte, which the build has compiled. A page is drawn whole before a byte is sent. */
@ApplicationScoped
@Priority(ViewEngine.PRIORITY_APPLICATION)
public class JteViewEngine implements ViewEngine {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JteViewEngine.class.getClassLoader(), "org.durumi.jte");

    @Override
    public boolean supports(String view) {
        return view.endsWith(".jte");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        draw(context.getView(), context.getModels().asMap(), page);
        context.getResponseHeaders().putSingle("Content-Type", "text/html;charset=UTF-8");
        try {
            page.writeTo(context.getOutputStream());
        } catch (IOException broken) {
            throw new ViewEngineException(broken);
        }
    }

    /** Draws a template with the facts that its parameters name. */
    public void draw(String view, Map<String, Object> facts, TemplateOutput page) {
        templates.render(view, facts, page);
    }
}
